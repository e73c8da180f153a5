import { join } from "node:path";
import { run } from "../children.mjs";
import { failed } from "../failure.mjs";
import { foldersOnPath, root, sharedCache } from "../places.mjs";
import { say, sayingEachMinute } from "../say.mjs";
import { makeWhole } from "../whole.mjs";
import { putDynamicHostInto } from "./dynamic-host.mjs";
import { goCli, oldestCli } from "./needed.mjs";
import { findProgram } from "./program.mjs";

const { version, languageHost } = goCli;
const home = join(sharedCache, `pulumi-${version}-go`);
const bin = join(home, "bin");
const install = `https://www.pulumi.com/docs/install/ (${oldestCli.version} or newer)`;

/** Both modules are pinned in tools/, each with the hashes of all that it needs. */
const parts = [
  { program: "pulumi", module: "pulumi", of: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", version },
  {
    program: "pulumi-language-nodejs",
    module: "language-nodejs",
    of: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    version: languageHost,
  },
];

/** The CLI that an earlier set-up built. @returns {import("../cli.mjs").Cli | undefined} */
export function cliMadeFromGo() {
  if (!parts.every((part) => findProgram(part.program, [bin]))) return undefined;
  putDynamicHostInto(bin);
  return { program: join(bin, "pulumi"), version, from: "Go modules", folders: [bin] };
}

/** Builds the CLI and its language host for Node.js from the sources that Go's module proxy serves. */
export async function makeCliFromGo() {
  if (findProgram("go", foldersOnPath()) === undefined) {
    throw failed(
      `There is no Pulumi CLI, and none could be had: Pulumi's own download is out of reach and Go is not installed. ` +
        `Install Pulumi from ${install}, or Go ${goCli.go} or newer from https://go.dev/dl/, and try again.`,
    );
  }
  say(`Building the Pulumi CLI ${version} from its Go modules, once, into ${home}: about five minutes on two cores.`);
  await makeWhole(home, (unfinished) => sayingEachMinute("building the Pulumi CLI", () => build(unfinished)));
  return cliMadeFromGo();
}

/** @param {string} unfinished */
async function build(unfinished) {
  for (const part of parts) {
    const stamp = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${part.version}`;
    const flags = ["-mod=readonly", "-trimpath", "-ldflags", stamp, "-o", join(unfinished, "bin", part.program)];
    // As Pulumi's own releases are built: without a C compiler.
    const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
    const { ok, output } = await run("go", ["build", ...flags, part.of], {
      cwd: join(root, "tools", part.module),
      env,
    });
    if (!ok) {
      throw failed(
        `Building ${part.program} from its Go modules failed. It needs Go ${goCli.go} or newer and Go's module proxy. ` +
          `Or install Pulumi from ${install}, and try again.`,
        output,
      );
    }
  }
  return true;
}
