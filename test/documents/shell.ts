import { blocks } from "./documents";

/** A command as a page gives it, in words. */
export interface Command {
  readonly page: string;
  readonly words: readonly string[];
}

/** All commands of all pages. */
export function commands(): readonly Command[] {
  return blocks()
    .filter(({ language }) => language === "sh")
    .flatMap(({ page, text }) => commandsIn(text).map((words) => ({ page, words })));
}

/** Pipes and lists are taken apart; comments, and variables that are set, are left out. Quoted text is one word. */
export function commandsIn(text: string): string[][] {
  const found: string[][] = [[]];
  for (const [word] of text.replaceAll("\\\n", " ").matchAll(/'[^']*'|"[^"]*"|#[^\n]*|\n|[^\s'"]+/g)) {
    if (word.startsWith("#")) continue;
    if (["\n", "&&", "||", "|", ";"].includes(word)) found.push([]);
    else found.at(-1)?.push(word.replace(/^(['"])(.*)\1$/s, "$2"));
  }
  return found.map(withoutVariables).filter((words) => words.length > 0);
}

function withoutVariables(words: string[]): string[] {
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
