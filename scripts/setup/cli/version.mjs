import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../children.mjs";

/**
 * The version that a Pulumi CLI says it is, such as `3.259.0`; nothing when it does not run.
 * @param {string} program
 * @returns {Promise<string | undefined>}
 */
export async function versionOfCli(program) {
  // A home of its own: asking for the version must not touch the user's ~/.pulumi.
  const env = {
    ...process.env,
    PULUMI_SKIP_UPDATE_CHECK: "1",
    PULUMI_HOME: join(tmpdir(), "pulumi-dcs-backup-version"),
  };
  const { ok, output } = await run(program, ["version"], { env, limitMs: 10_000 });
  return ok ? /^v?(\d+\.\d+\.\d+\S*)/m.exec(output)?.[1] : undefined;
}
