import { tmpdir } from "node:os";
import { readConfig } from "../../provider/cli/pulumi-cli";

const path = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = path;
});

test("where no Pulumi CLI is on PATH, it is said what was to be run, in which folder, and what to do", async () => {
  process.env["PATH"] = "/no/such/folder";
  await expect(readConfig({ stack: "dev", cwd: tmpdir() })).rejects.toMatchObject({
    code: "bad-configuration",
    message: `Could not run pulumi config --json --show-secrets in ${tmpdir()}: no folder of PATH holds pulumi. Install the Pulumi CLI, or put its folder on PATH.`,
  });
});
