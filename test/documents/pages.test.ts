import { parse } from "yaml";
import { CREDENTIALS } from "../../provider/identity/credential-settings";
import { CHOICE, REACH, type SettingNames, WHERE } from "../../provider/identity/settings";
import { blocks, PAGES, textOf } from "./documents";

/** What blocks may be, and what looks at each of them; nothing looks at outputs. */
const LANGUAGES = {
  "": "an output",
  text: "a form of words",
  sh: "commands.test.ts",
  ts: "programs.test.ts",
  "ts signature": "made by npm run docs from the sources",
  json: "below",
  yaml: "below",
};

test("every block of code is of a language that a test looks at", () => {
  expect(blocks().filter(({ language }) => !(language in LANGUAGES))).toEqual([]);
});

test.each(blocks().filter(({ language }) => language === "yaml" || language === "json"))(
  "what $page shows at line $line is $language",
  ({ language, text }) => {
    expect(language === "json" ? JSON.parse(text) : (parse(text) as unknown)).toEqual(expect.any(Object));
  },
);

test("every key of the configuration that a page names is one", () => {
  const tables: readonly Readonly<Record<string, SettingNames>>[] = [WHERE, CREDENTIALS, REACH, CHOICE];
  const known = tables.flatMap((table) => Object.values(table).map(({ config }) => config));
  const named = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/\bdcs:([a-z]\w*)/g)].map(([, key = ""]) => ({ page, key })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ key }) => !known.includes(key))).toEqual([]);
});

test("no page has more than 250 lines", () => {
  expect(PAGES.filter((page) => textOf(page).trimEnd().split("\n").length > 250)).toEqual([]);
});
