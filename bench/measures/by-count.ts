import type { Figures } from "../results";
import { lives, oneCommand, ratio, upAndDestroy } from "./runs";

const UNCHANGED = [["up", "--yes", "--skip-preview"], ["preview"], ["refresh", "--yes", "--skip-preview"]] as const;

/** `up` and `destroy` of a few backups or a thousand. */
export async function measureCount(count: 1 | 10 | 1000): Promise<Figures> {
  const { ours, nothing } = await lives({ count, limits: ["nothing"], ...(count === 1_000 ? { times: 1 } : {}) });
  return { [`runs-${count}`]: ratio(upAndDestroy(ours, nothing)) };
}

/** The same of a hundred. */
export async function measureHundred(): Promise<Figures> {
  const { ours, nothing } = await lives({ count: 100, limits: ["nothing"] });
  return { "runs-100": ratio(upAndDestroy(ours, nothing)) };
}

/** The same, also beside resources of the barest form. */
export async function measureHundredMore(): Promise<Figures> {
  const { ours, nothing, bare } = await lives({ count: 100, limits: ["nothing", "bare"] });
  return {
    "runs-100": ratio(upAndDestroy(ours, nothing)),
    bare: ratio(upAndDestroy(ours, bare)),
  };
}

/** The same of 300, and commands that find nothing to do. */
export async function measureMany(): Promise<Figures> {
  const { ours, nothing } = await lives({ count: 300, limits: ["nothing"], between: UNCHANGED });
  return {
    "runs-300": ratio(upAndDestroy(ours, nothing)),
    unchanged: ratio(oneCommand(ours, nothing, 1)),
    preview: ratio(oneCommand(ours, nothing, 2)),
    refresh: ratio(oneCommand(ours, nothing, 3)),
  };
}

/** Seconds that a backup takes which is waited for. */
const PACE = 5;

/** Pulumi works on four times as many resources at once as there are cores: with two cores, 20 backups would take three turns. */
const ALL_AT_ONCE = ["--parallel", "20"];

/** `up` and `destroy` of backups that are waited for. */
export async function measureWaiting(): Promise<Figures> {
  const { ours, nothing } = await lives({ count: 20, limits: ["nothing"], pace: PACE, flags: ALL_AT_ONCE });
  const pairs = upAndDestroy(ours, nothing).map((pair) => ({ ...pair, limit: pair.limit + PACE * 1_000 }));
  return { waiting: ratio(pairs) };
}

/** What one more resource takes, from the runs of one to those of 300, turn by turn; nothing where either is missing. */
export function growth({ "runs-1": few, "runs-300": many }: Figures): Figures {
  if (!few?.pairs || !many?.pairs) return {};
  const more = many.pairs.map(({ ours, limit }, turn) => {
    const before = few.pairs?.[turn] ?? { ours: NaN, limit: NaN };
    return { ours: (ours - before.ours) / 299, limit: (limit - before.limit) / 299 };
  });
  return { growth: ratio(more) };
}
