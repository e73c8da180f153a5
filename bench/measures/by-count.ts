import type { FigureId } from "../figures";
import type { Pair } from "../pairs";
import type { Extent, Measured } from "../results";
import { command, lives, ratio, upAndDestroy } from "./runs";

const UNCHANGED = [["up", "--yes", "--skip-preview"], ["preview"], ["refresh", "--yes", "--skip-preview"]] as const;

/** Whole runs of few and many backups, how the time grows with them, and commands that find nothing to do. */
export async function measureByCount(extent: Extent): Promise<Partial<Record<FigureId, Measured>>> {
  const hundred = ratio(upAndDestroy(await lives({ count: 100 })));
  if (extent === "quick") return { "runs-100": hundred };
  const one = upAndDestroy(await lives({ count: 1 }));
  const ten = upAndDestroy(await lives({ count: 10 }));
  const lived = await lives({ count: 300, between: UNCHANGED });
  const many = upAndDestroy(lived);
  const waiting = upAndDestroy(await lives({ count: 20, pace: PACE, flags: ALL_AT_ONCE }));
  return {
    "runs-1": ratio(one),
    "runs-10": ratio(ten),
    "runs-100": hundred,
    "runs-300": ratio(many),
    growth: growth(one, many, 299),
    unchanged: ratio(command(lived, 1)),
    preview: ratio(command(lived, 2)),
    refresh: ratio(command(lived, 3)),
    waiting: ratio(waiting.map(({ ours, limit }) => ({ ours, limit: limit + PACE * 1_000 }))),
    ...(extent === "full" ? { "runs-1000": ratio(upAndDestroy(await lives({ count: 1_000, pairs: 1 }))) } : {}),
  };
}

/** Seconds that a backup takes which is waited for. */
const PACE = 5;

/** Pulumi works on four times as many resources as there are cores at once: with two cores, 20 backups would take three turns. */
const ALL_AT_ONCE = ["--parallel", "20"];

/** What one more resource takes: from the runs of few to those of many, pair by pair. */
function growth(few: readonly Pair[], many: readonly Pair[], more: number): Measured {
  return ratio(
    many.map(({ ours, limit }, index) => {
      const before = few[index] ?? { ours: NaN, limit: NaN };
      return { ours: (ours - before.ours) / more, limit: (limit - before.limit) / more };
    }),
  );
}
