import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

const PAGE = "docs/credentials.md";

/** docs/credentials.md: written by hand, with the tables between the marks made from the provider's own. */
export function credentialsPage() {
  const require = createRequire(import.meta.url);
  const load = (/** @type {string} */ name) => require(join(root, `provider/dist/${name}.js`));
  const { WHERE, REACH, CHOICE } = load("identity/settings");
  const { CREDENTIALS } = load("identity/credential-settings");
  const { CLOUDS } = load("dcs/endpoints");
  const settings = { where: WHERE, credentials: CREDENTIALS, reach: REACH, choice: CHOICE };
  const tables = Object.entries(settings).map(([name, table]) => [name, tableOf(table)]);
  let text = readFileSync(join(root, PAGE), "utf8");
  for (const [name = "", table = ""] of [...tables, ["regions", regionsOf(CLOUDS)]]) {
    const [begin, end] = [`<!-- ${name}: made by npm run docs -->`, `<!-- end of ${name} -->`];
    const [before, rest] = [text.split(begin)[0], text.split(end)[1]];
    if (rest === undefined) throw new Error(`${PAGE} lacks the marks of the table "${name}".`);
    text = `${before}${begin}\n\n${table}\n\n${end}${rest}`;
  }
  return { path: PAGE, text };
}

/** @param {Record<string, import("../../provider/identity/settings.ts").SettingNames>} settings */
function tableOf(settings) {
  const rows = Object.values(settings);
  const columns = COLUMNS.filter(([, namesOf]) => rows.some((row) => namesOf(row).length > 0));
  return [
    line(["What", ...columns.map(([title]) => title)]),
    line(["---", ...columns.map(() => "---")]),
    ...rows.map((row) =>
      line([
        row.what,
        ...columns.map(([, namesOf]) =>
          namesOf(row)
            .map((name) => `\`${name}\``)
            .join(", "),
        ),
      ]),
    ),
  ].join("\n");
}

/** @param {typeof import("../../provider/dcs/endpoints.ts").CLOUDS} clouds */
function regionsOf(clouds) {
  const rows = clouds.map(({ name, domain, regions }) => [
    name,
    regions.map((region) => `\`${region}\``).join(", "),
    `\`https://dcs.<region>.${domain}\``,
  ]);
  return [["Cloud", "Regions", "DCS"], ["---", "---", "---"], ...rows].map(line).join("\n");
}

const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;

/** @type {[string, (row: import("../../provider/identity/settings.ts").SettingNames) => readonly string[]][]} */
const COLUMNS = [
  ["Configuration", ({ config }) => (config === undefined ? [] : [`dcs:${config}`])],
  ["`OS_*`", ({ os = [] }) => os],
  ["`HW_*`", ({ hw = [] }) => hw],
  ["Huawei's SDKs", ({ sdk = [] }) => sdk],
  ["clouds.yaml", ({ cloud = [] }) => cloud],
  ["Huawei's file", ({ profile = [] }) => profile],
];
