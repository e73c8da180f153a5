import { join } from "node:path";
import { run } from "../children.mjs";
import { sharedCache } from "../places.mjs";
import { say, sayingEachMinute } from "../say.mjs";
import { makeWhole } from "../whole.mjs";
import { npmCli } from "./needed.mjs";
import { findProgram } from "./program.mjs";
import { versionOfCli } from "./version.mjs";

const { version } = npmCli;
const home = join(sharedCache, `pulumi-${version}`);
// Where the npm package `pulumi` puts the release that it downloads, below $PULUMI_HOME.
const bin = join("versions", version, "bin");
const downloads = "https://get.pulumi.com/install.sh";

/** The CLI that an earlier set-up downloaded. @returns {import("../cli.mjs").Cli | undefined} */
export function cliMadeFromNpm() {
  const program = findProgram("pulumi", [join(home, bin)]);
  return program && { program, version, from: "npm", folders: [join(home, bin)] };
}

/**
 * Lets the official npm package `pulumi` download the vendor's release; nothing when that is out of reach.
 * @returns {Promise<import("../cli.mjs").Cli | undefined>}
 */
export async function makeCliFromNpm() {
  if (!(await canDownload())) return undefined;
  say(`Downloading Pulumi ${version} by its npm package, once, into ${home}: a minute or two.`);
  await makeWhole(home, (unfinished) => sayingEachMinute("downloading", () => download(unfinished)));
  const cli = cliMadeFromNpm();
  if (cli === undefined) say("The download of Pulumi's own release did not succeed.");
  return cli;
}

/** Asks the way the package itself will, so that a proxy or a firewall gives the same answer. */
async function canDownload() {
  try {
    return (await fetch(downloads, { method: "HEAD", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** @param {string} unfinished */
async function download(unfinished) {
  const launcher = join(unfinished, "launcher");
  const install = ["install", "--prefix", launcher, "--ignore-scripts", "--fetch-retries=1", `pulumi@${version}`];
  if (!(await run("npm", install, { limitMs: 60_000 })).ok) return false;
  const env = { ...process.env, PULUMI_HOME: unfinished, PULUMI_VERSION: version, PULUMI_SKIP_UPDATE_CHECK: "1" };
  const launch = [join(launcher, "node_modules", "pulumi", "run.js"), "version"];
  await run(process.execPath, launch, { env, limitMs: 10 * 60_000 });
  return (await versionOfCli(join(unfinished, bin, "pulumi"))) === version;
}
