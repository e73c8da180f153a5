import { createInterface } from "node:readline/promises";

/** Asks on the terminal, and gives the answer; nothing where nobody sits there. The question goes to stderr. */
export async function askOnTerminal(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
