import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { EXCEPTIONS } from "./exceptions";
import { FIGURES } from "./figures";
import { verdicts } from "./judge";
import { byCountPlot, ratiosPlot, svgOf } from "./plots";
import { type Results, secondsOf } from "./results";
import { ROOT } from "./root";
import { table, value } from "./table";

/** What the page and its drawings are made of. */
export const RESULTS = "docs/performance.json";

const PAGE = "docs/performance.md";

/** The results, docs/performance.md and its drawings as they should stand; the words around what was measured are kept as they are. */
export async function pages(results: Results): Promise<{ path: string; text: string }[]> {
  const parts = { machine: machineOf(results), figures: table(results), behind: behind(results) };
  let page = readFileSync(join(ROOT, PAGE), "utf8");
  for (const [name, text] of Object.entries(parts)) page = between(name, text, page);
  return [
    { path: RESULTS, text: await format(JSON.stringify(results), { parser: "json", printWidth: 120 }) },
    { path: PAGE, text: await format(page, { parser: "markdown", printWidth: 120 }) },
    { path: "docs/performance-count.svg", text: await svgOf(byCountPlot(results)) },
    { path: "docs/performance-ratios.svg", text: await svgOf(ratiosPlot(results)) },
  ];
}

/** Puts a text between the two remarks that bear this name. */
export function between(name: string, text: string, page: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place "${begin} … ${end}" for what was measured.`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

function machineOf(results: Results): string {
  const { date, commit, processor, cores, memory, system, load, versions } = results.machine;
  const rows = {
    Date: `${date.slice(0, 10)}, commit ${commit}`,
    Machine: `${processor}, ${cores} cores, ${memory} GB, ${system}`,
    "Load before and after": load.map((each) => each.toFixed(1)).join(" and "),
    Versions: versions,
    "The whole took": `${Math.round(secondsOf(results) / 60)} minutes`,
  };
  return ["| | |", "| --- | --- |", ...Object.entries(rows).map(([name, text]) => `| ${name} | ${text} |`)].join("\n");
}

/** Why each goal that was not met was not; those with the same reason together. */
export function behind(results: Results, exceptions = EXCEPTIONS): string {
  const reasons = new Map<string, string[]>();
  for (const { id, verdict, exception } of verdicts(results, exceptions)) {
    if (verdict !== "behind" || !exception) continue;
    const { name, unit } = FIGURES[id];
    const title = `**${name}** (accepted: ${value(exception.accepted, unit)})`;
    reasons.set(exception.finding, [...(reasons.get(exception.finding) ?? []), title]);
  }
  const lines = [...reasons].map(([finding, titles]) => `- ${titles.join(", ")}. ${finding}`);
  return lines.length === 0 ? "Every goal was met in this run." : lines.join("\n");
}
