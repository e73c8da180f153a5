import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Surface } from "../../scripts/reference/surface.d.mts";
import { FAMILIES } from "../../provider/identity/settings";
import { allSources } from "./sources";
import { ROOT } from "../support/root";

// docs/reference is made from the docstrings, so both are held here: that nothing is left unsaid, and that the pages say it.
// What the rules catch is shown in reference-planted.test.ts.
const FOLDER = join(__dirname, "../../docs/reference");

test("the pages of docs/reference are what the sources tell (npm run docs makes them), and there are no others", async () => {
  const { referencePages } = await import("../../scripts/reference/pages.mjs");
  const pages = await referencePages(await surfaceOfPackage());
  for (const { path, text } of pages) expect([path, readPage(path)]).toEqual([path, text]);
  const files = pages.map(({ path }) => path.replace("docs/reference/", ""));
  expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
});

test("everything that a program can import is described, with its default, its unit and what a change does", async () => {
  const { lacksOf } = await import("../../scripts/reference/lacks.mjs");
  const { CONTENTS } = await import("../../scripts/reference/contents.mjs");
  const exported = await surfaceOfPackage();
  expect(lacksOf(exported)).toEqual([]);
  expect(CONTENTS.flatMap(({ names }) => names).sort()).toEqual([...exported.keys()].sort());
});

test("each link of the reference leads to a page, and to a heading of it", () => {
  const links = readdirSync(FOLDER).flatMap((file) => {
    const targets = found(readPage(`docs/reference/${file}`), /\]\(([^)]+)\)/g);
    return targets.map((target) => [file, ...target.split("#")] as const);
  });
  expect(links.length).toBeGreaterThan(50);
  for (const [file, page = "", anchor] of links) {
    const path = join("docs/reference", page);
    expect([file, page, existsSync(join(FOLDER, page))]).toEqual([file, page, true]);
    if (anchor === undefined) continue;
    expect([file, page, found(readPage(path).toLowerCase(), /^#+ (\w+)$/gm)]).toEqual([
      file,
      page,
      expect.arrayContaining([anchor]),
    ]);
  }
});

test("every name of the environment and every configuration key of the package is in the reference", () => {
  const page = readPage("docs/reference/configuration.md");
  const text = sourcesIn(/^provider\//);
  const families = Object.values(FAMILIES).map((family) => family.replace("_*", ""));
  const prefixes = [...families, "HUAWEICLOUD", "XDG", "HTTP", "HTTPS", "NO", "ALL"].join("|");
  const names = found(text, new RegExp(`"((?:${prefixes})_[A-Z][A-Z_]+)"`, "g"));
  const keys = found(text, /\b(dcs:[a-z][A-Za-z]+)\b/g).filter((key) => !["dcs:Backup", "dcs:Restore"].includes(key));
  expect(names.length).toBeGreaterThan(50);
  expect(keys.length).toBeGreaterThan(5);
  expect([...names, ...keys].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("every command of both programs is in the reference, and below its heading every option of it", async () => {
  const { providerOutline, simulatorOutline } = await import("../../scripts/completion/outline.mjs");
  for (const { program, options, commands } of [providerOutline(), simulatorOutline()]) {
    const [first = "", ...parts] = readPage(`docs/reference/${program}.md`).split(`\n## ${program} `);
    expect(options.filter(({ long }) => !first.includes(`--${long}`))).toEqual([]);
    expect(parts.map((part) => part.split("\n")[0])).toEqual(commands.map(({ name }) => name));
    for (const [index, command] of commands.entries()) {
      expect(command.options.length).toBeGreaterThan(0);
      expect(command.options.filter(({ long }) => !parts[index]?.includes(`--${long}`))).toEqual([]);
    }
  }
});

test("the README names every argument and every output of a backup", async () => {
  const page = readPage("README.md");
  const exported = await surfaceOfPackage();
  const members = ["BackupArgs", "Backup"].flatMap((name) => exported.get(name)?.members ?? []);
  expect(members.length).toBeGreaterThan(25);
  expect(members.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

let surface: Promise<Surface> | undefined;

/** Reading all sources takes seconds, so it is done once. */
function surfaceOfPackage(): Promise<Surface> {
  return (surface ??= import("../../scripts/reference/surface.mjs").then(({ packageSurface }) => packageSurface()));
}

function readPage(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function sourcesIn(folder: RegExp): string {
  const sources = allSources().filter(({ path }) => folder.test(path));
  return sources.map(({ text }) => text).join("\n");
}

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}
