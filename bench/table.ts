import { EXCEPTIONS } from "./exceptions";
import { FIGURE_IDS, type Figure, FIGURES } from "./figures";
import { verdicts } from "./judge";
import type { Measured, Results } from "./results";

/** The figures in a table of Markdown; those that were not measured are left out. */
export function table(results: Results, exceptions = EXCEPTIONS): string {
  const judged = new Map(verdicts(results, exceptions).map((verdict) => [verdict.id, verdict]));
  const rows = FIGURE_IDS.flatMap((id) => {
    const measured = results.figures[id];
    const figure = FIGURES[id];
    if (!measured) return [];
    const { name, limit, unit, goal, atLeast } = figure;
    const cells = [
      name,
      limit,
      value(measured.value, unit),
      spreadOf(measured, unit),
      `${atLeast ? "≥" : "≤"} ${value(goal, unit)}`,
    ];
    return [`| ${[...cells, WORDS[judged.get(id)?.verdict ?? "missed"]].join(" | ")} |`];
  });
  return [
    "| figure | limit | measured | least to most | goal | |",
    "| --- | --- | ---: | ---: | ---: | --- |",
    ...rows,
  ].join("\n");
}

const WORDS = { met: "met", behind: "behind, explained below", missed: "**missed**" } as const;

/** With as many digits as the unit deserves. */
export function value(number: number, unit: Figure["unit"]): string {
  switch (unit) {
    case "times":
      return number.toFixed(2);
    case "MB":
      return `${number.toFixed(1)} MB`;
    case "ms":
      return number < 100 ? `${number.toFixed(1)} ms` : `${group(number)} ms`;
    case "kB":
    case "bytes":
      return `${group(number)} ${unit}`;
    case "a second":
      return `${group(number)} a second`;
    case "requests":
    case "tokens":
    case "packages":
      return String(number);
  }
}

function spreadOf({ spread }: Measured, unit: Figure["unit"]): string {
  return spread ? `${value(spread[0], unit)} to ${value(spread[1], unit)}` : "counted";
}

const group = (number: number) => Math.round(number).toLocaleString("en-US");
