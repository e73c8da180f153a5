import { loadavg } from "node:os";
import { groupsOf } from "./groups";
import { machine } from "./machine";
import { growth } from "./measures/by-count";
import { type Extent, EXTENTS, type Results } from "./results";

/**
 * Takes the figures of a run; one group after the other, so that none disturbs another. With `only`, takes the groups of these
 * names, and the others stay as they are in `known`.
 */
export async function measure(
  extent: Extent,
  { only = [], known }: { only?: readonly string[]; known?: Results | undefined },
  tell: (line: string) => void,
): Promise<Results> {
  const [load = 0] = loadavg();
  const before: Before = known && only.length > 0 ? known : { extent, figures: {}, took: {} };
  let { figures, took } = before;
  for (const { name, take } of groupsOf(extent, only)) {
    const began = performance.now();
    figures = { ...figures, ...(await take()) };
    took = { ...took, [name]: Math.round((performance.now() - began) / 1_000) };
    tell(`${name}: ${took[name] ?? 0} s`);
  }
  const machineNow = await machine(load);
  return {
    extent: wider(extent, before.extent),
    machine: machineNow,
    figures: { ...figures, ...growth(figures) },
    took,
  };
}

/** What stays as it was measured before. */
type Before = Pick<Results, "extent" | "figures" | "took">;

/** Figures that a smaller run leaves as they were are still judged. */
export function wider(one: Extent, other: Extent): Extent {
  return EXTENTS.indexOf(one) > EXTENTS.indexOf(other) ? one : other;
}
