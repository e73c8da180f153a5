import { execFileSync } from "node:child_process";
import { commands } from "../documents/shell";

/** The commands of the Pulumi CLI that the pages give, without the words that say whose CLI it is. */
const given = commands().flatMap(({ page, words }) => {
  const text = words.join(" ");
  const ours = /^npm run --silent pulumi -- (.*)$/s.exec(text) ?? /^(?:exec )?pulumi (.*)$/s.exec(text);
  return ours?.[1] === undefined ? [] : [{ page, words: ours[1].replace(/^-C \S+ /, "").split(" ") }];
});

const helps = new Map<string, string>();

test("every command and flag of the Pulumi CLI that a page gives is one of its own", async () => {
  expect(given.length).toBeGreaterThan(20);
  const { pulumiCli } = await import("../../scripts/pulumi/cli.mjs");
  const { program } = pulumiCli();
  const wrong = given.filter(({ words }) => {
    const verbs = verbsOf(words);
    const help = helpOf(program, verbs);
    const flags = words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split("=")[0] ?? word);
    const isThere = (flag: string) => new RegExp(`(^|[\\s,])${flag}\\b`, "m").test(help);
    const isKnown =
      help.includes(`pulumi ${verbs.join(" ")}`) ||
      new RegExp(`^Aliases:\n.*\\b${verbs.at(-1) ?? ""}\\b`, "m").test(help);
    return !isKnown || !flags.every(isThere);
  });
  expect(wrong).toEqual([]);
});

/** `stack init dev` begins with a command of a command. */
function verbsOf([first = "", second = ""]: readonly string[]): string[] {
  return ["stack", "config", "state"].includes(first) && second !== "" && !second.startsWith("-")
    ? [first, second]
    : [first];
}

function helpOf(program: string, verbs: readonly string[]): string {
  const key = verbs.join(" ");
  const help = helps.get(key) ?? execFileSync(program, [...verbs, "--help"], { encoding: "utf8" });
  helps.set(key, help);
  return help;
}
