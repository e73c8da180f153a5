import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/** @typedef {import("../../provider/identity/settings.ts").SettingNames} SettingNames */

const PAGE = "docs/credentials.md";

/** docs/credentials.md: written by hand, with the tables between the marks made from the provider's own. */
export function credentialsPage() {
  const require = createRequire(import.meta.url);
  const load = (/** @type {string} */ name) => require(join(root, `provider/dist/${name}.js`));
  const { WHERE, REACH, CHOICE, FAMILIES } = load("identity/settings");
  const { CREDENTIALS } = load("identity/credential-settings");
  const { CLOUDS } = load("dcs/endpoints");
  const settings = { where: WHERE, credentials: CREDENTIALS, reach: REACH, choice: CHOICE };
  const tables = Object.entries(settings).map(([name, table]) => [name, tableOf(table, columnsOf(FAMILIES))]);
  let text = readFileSync(join(root, PAGE), "utf8");
  for (const [name = "", table = ""] of [...tables, ["regions", regionsOf(CLOUDS)]]) {
    const [begin, end] = [`<!-- ${name}: made by npm run docs -->`, `<!-- end of ${name} -->`];
    const [before, rest] = [text.split(begin)[0], text.split(end)[1]];
    if (rest === undefined) throw new Error(`${PAGE} lacks the marks of the table "${name}".`);
    text = `${before}${begin}\n\n${table}\n\n${end}${rest}`;
  }
  return { path: PAGE, text };
}

/**
 * @param {Record<string, SettingNames>} settings
 * @param {Map<string, string>} columns
 */
function tableOf(settings, columns) {
  const rows = Object.values(settings).map(({ what, config, ...names }) => ({
    what,
    names: new Map([["config", config === undefined ? [] : [`dcs:${config}`]], ...listsOf(names)]),
  }));
  const used = new Set(
    rows.flatMap(({ names }) => [...names].flatMap(([kind, list]) => (list.length > 0 ? [kind] : []))),
  );
  const strange = [...used].filter((kind) => !columns.has(kind));
  if (strange.length > 0)
    throw new Error(
      `Give ${strange.join(", ")} of SettingNames a column, in columnsOf of scripts/docs/credentials-page.mjs.`,
    );
  const shown = [...columns].filter(([kind]) => used.has(kind));
  return [
    line(["What", ...shown.map(([, title]) => title)]),
    line(["---", ...shown.map(() => "---")]),
    ...rows.map(({ what, names }) => line([what, ...shown.map(([kind]) => codes(names.get(kind) ?? []))])),
  ].join("\n");
}

/** The titles, by the kind of source as `SettingNames` calls it. */
const columnsOf = (/** @type {Record<string, string>} */ families) =>
  new Map([
    ["config", "Configuration"],
    ...Object.entries(families).map(([family, title]) => /** @type {const} */ ([family, `\`${title}\``])),
    ["cloud", "clouds.yaml"],
    ["profile", "Huawei's file"],
  ]);

/** @returns {[string, readonly string[]][]} */
const listsOf = (/** @type {object} */ names) => Object.entries(names).filter(([, list]) => Array.isArray(list));

const codes = (/** @type {readonly string[]} */ names) => names.map((name) => `\`${name}\``).join(", ");

/** @param {typeof import("../../provider/dcs/endpoints.ts").CLOUDS} clouds */
function regionsOf(clouds) {
  const rows = clouds.map(({ name, domain, regions }) => [name, codes(regions), `\`https://dcs.<region>.${domain}\``]);
  return [["Cloud", "Regions", "DCS"], ["---", "---", "---"], ...rows].map(line).join("\n");
}

const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
