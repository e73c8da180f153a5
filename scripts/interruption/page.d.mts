/** docs/interruption.md, from the lines of a record: one case that was tried, as JSON, on each. */
export function interruptionPage(lines: string): Promise<string>;
