import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/root";

/** Every page that is there to be read, by its path from the root: those of `etc/` are for the review of a change. */
export const PAGES: readonly string[] = execFileSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && !path.startsWith("etc/"));

/** Something set apart as code in a page. */
export interface Block {
  readonly page: string;
  /** The line of the page at which it begins. */
  readonly line: number;
  /** What the fence says, such as `sh`, or `ts signature` for what is no program; empty for an output. */
  readonly language: string;
  readonly text: string;
}

/** All blocks of code of all pages. */
export function blocks(): readonly Block[] {
  return PAGES.flatMap((page) => {
    const source = textOf(page);
    return [...source.matchAll(/^( *)```([^\n]*)\n(.*?)^\1```$/gms)].map((match): Block => {
      const [, indent = "", language = "", text = ""] = match;
      const line = source.slice(0, match.index).split("\n").length;
      return { page, line, language, text: text.replaceAll(new RegExp(`^${indent}`, "gm"), "") };
    });
  });
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}
