import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pathWithRepositoryNode } from "../setup/places.mjs";
import { withoutCaller } from "./clean-environment.mjs";
import { pulumiCli } from "./cli.mjs";

/**
 * The environment in which the demo, the tests and `npm run pulumi` run the Pulumi CLI: first on PATH the CLI that the set-up
 * found, a home, a backend and a passphrase of its own below `home`, and nothing of the caller's accounts or clouds.yaml.
 * @param {{ home: string, color?: boolean, cli?: { folders: string[] } }} options `home` is made if it is not there;
 * `color: false` asks for plain text; another CLI than the one of the set-up can be given
 * @returns {NodeJS.ProcessEnv}
 */
export function pulumiEnvironment({ home, color = true, cli = pulumiCli() }) {
  const [pulumiHome, state, user] = ["pulumi-home", "state", "user"].map((name) => join(home, name));
  for (const folder of [pulumiHome, state, user]) mkdirSync(folder, { recursive: true });
  return {
    ...withoutCaller(process.env),
    PATH: pathWithRepositoryNode(cli.folders),
    // Nothing of the user's is found by its customary place: no ~/.config/openstack/clouds.yaml, no ~/.pulumi.
    HOME: user,
    XDG_CONFIG_HOME: join(user, ".config"),
    PULUMI_HOME: pulumiHome,
    PULUMI_BACKEND_URL: pathToFileURL(state).href,
    PULUMI_CONFIG_PASSPHRASE: "nothing secret is kept here",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(color ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" }),
  };
}
