import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../setup/places.mjs";
import { code, table } from "./markdown.mjs";

/** docs/reference/configuration.md: every key of the configuration and every name of the environment, from the tables. */
export function configurationPage() {
  const { settings, families } = namesOfIdentity();
  const keys = settings.filter(({ config }) => config !== undefined).map(keyRow);
  const names = families.flatMap((family) => settings.flatMap((setting) => nameRows(setting, family)));
  const others = OTHERS.map(([list, what]) => [list.split(", ").map(code).join(", "), what]);
  const text = [
    INTRODUCTION,
    table(["Key", "What it is", "Secret", "Default"], keys),
    ENVIRONMENT,
    table(["Name", "Same as", "What it is"], names),
    "These are read, too:",
    table(["Name", "What it is"], others),
  ];
  return { file: "configuration.md", text: text.join("\n\n") };
}

function namesOfIdentity() {
  const require = createRequire(import.meta.url);
  const load = (name) => require(join(root, "provider", "dist", "identity", `${name}.js`));
  const { WHERE, REACH, CHOICE, FAMILIES } = load("settings");
  const { CREDENTIALS } = load("credential-settings");
  const settings = [WHERE, CREDENTIALS, REACH, CHOICE].flatMap((table) => Object.values(table));
  return { settings, families: Object.keys(FAMILIES) };
}

function keyRow({ config, what, secret, otherwise }) {
  return [code(`dcs:${config}`), what, secret ? "yes" : "", otherwise ?? "none"];
}

function nameRows({ config, what, ...names }, family) {
  const key = config === undefined ? "" : code(`dcs:${config}`);
  return (names[family] ?? []).map((name) => [code(name), key, what]);
}

/** Those that no table of the provider holds. */
const OTHERS = [
  ["HUAWEICLOUD_SDK_REGION_DCS_<REGION>", "the base URL of DCS in a region, such as `…_EU_DE`"],
  ["HUAWEICLOUD_SDK_REGION_IAM_<REGION>", "the URL of IAM in a region"],
  ["HTTPS_PROXY, HTTP_PROXY, ALL_PROXY", "the proxy for https, for http, and for both; in capitals or not"],
  ["NO_PROXY", "the hosts that are reached without one; in capitals or not"],
  ["XDG_CONFIG_HOME", "the folder whose `openstack` holds clouds.yaml. Default: `~/.config`"],
];

const INTRODUCTION = `# Configuration and environment

None of them has to be given: an argument, or a file, may tell the same. [credentials.md](../credentials.md) says in which order
they count, and what stands in the files. A change counts for what is made from then on: a backup that exists stays where it is.

## Configuration

Set with \`pulumi config set\`, what is secret with \`--secret\`. The default is what counts where no source gives the value.`;

const ENVIRONMENT = `## Environment

Where several names mean one thing, the first row that is set counts.`;
