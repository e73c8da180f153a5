import { loadavg } from "node:os";
import { GROUPS } from "./groups";
import { machine } from "./machine";
import { growth } from "./measures/by-count";
import type { Extent, Results } from "./results";

/**
 * Takes the figures of a run; one group after the other, so that none disturbs another. With `only`, takes the groups of these
 * names, and the others stay as they are in `known`.
 */
export async function measure(
  extent: Extent,
  { only = [], known }: { only?: readonly string[]; known?: Results | undefined },
  tell: (line: string) => void,
): Promise<Results> {
  const [before = 0] = loadavg();
  let { figures, took }: Pick<Results, "figures" | "took"> =
    known && only.length > 0 ? known : { figures: {}, took: {} };
  const groups = GROUPS.filter(
    (group) => group.in.includes(extent) && (only.length === 0 || only.includes(group.name)),
  );
  for (const { name, take } of groups) {
    const began = performance.now();
    figures = { ...figures, ...(await take()) };
    took = { ...took, [name]: Math.round((performance.now() - began) / 1_000) };
    tell(`${name}: ${took[name] ?? 0} s`);
  }
  return { extent, machine: await machine(before), figures: { ...figures, ...growth(figures) }, took };
}
