import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outline } from "../../scripts/completion/outline.mjs";
import { ROOT } from "../support/root";
import { type Command, commands, commandsIn } from "./shell";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> }; // npm's form

const all = commands();
const startingWith = (...words: string[]) =>
  all.filter((command) => words.every((word, index) => command.words[index] === word));

test("lines are taken apart into commands, and the comment is left out", () => {
  expect(commandsIn("A=1 npx x --file - | y 'a b' || true # why\nz \\\n  --two\n")).toEqual([
    ["npx", "x", "--file", "-"],
    ["y", "a b"],
    ["true"],
    ["z", "--two"],
  ]);
});

test("every script of npm that a page names is there", () => {
  const named = [...startingWith("npm", "run"), ...startingWith("npm", "test"), ...startingWith("npm", "start")];
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter((command) => !(scriptOf(command) in scripts));
  expect(missing).toEqual([]);
});

function scriptOf({ words: [, verb = "", ...rest] }: Command): string {
  return verb === "run" ? (rest.find((word) => !word.startsWith("-")) ?? "") : verb;
}

test("every command and option of our own two programs that a page gives is one of theirs", async () => {
  const { providerOutline, simulatorOutline } = await import("../../scripts/completion/outline.mjs");
  for (const outline of [providerOutline(), simulatorOutline()]) {
    const given = startingWith("npx", outline.program);
    expect(given.length).toBeGreaterThan(1);
    expect(given.filter(({ words }) => !isOneOf(outline, words.slice(2)))).toEqual([]);
  }
});

test("a command or an option that our program does not have would be found", async () => {
  const { providerOutline } = await import("../../scripts/completion/outline.mjs");
  const isOurs = (text: string) => isOneOf(providerOutline(), text.split(" "));
  expect(isOurs("leftovers --file=-")).toBe(true);
  expect(["lefovers", "leftovers --fil -", "--stack prod"].filter(isOurs)).toEqual([]);
});

function isOneOf({ options, commands: own }: Outline, words: readonly string[]): boolean {
  const [first = ""] = words;
  const command = first === "" || first.startsWith("-") ? { options } : own.find(({ name }) => name === first);
  const flags = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0]);
  return command !== undefined && flags.every((flag) => command.options.some(({ long }) => long === flag));
}

test("every command of a page is of a kind that some test looks at", () => {
  const looked = ["npm run", "npm test", "npm start", "npx pulumi-dcs-backup", "npx dcs-simulator", "pulumi"];
  // Those of other tools, which say nothing of ours.
  const plain = [
    "git clone",
    "cd",
    "npm install",
    "npm ci",
    "npm pack",
    "export",
    "true",
    "curl",
    "node",
    "for",
    "exec",
    "kubectl",
  ];
  const others = all.filter(({ words }) => {
    const text = `${words.join(" ")} `;
    return ![...looked, ...plain].some((start) => text.startsWith(`${start} `));
  });
  expect(others).toEqual([]);
});
