import type { CallFailed } from "../dcs/call";
import { DcsError } from "../errors";
import { type Finding, type Patience, waitUntil } from "../waiter";
import type { Wish } from "./ask-once";
import type { Operation } from "./operation";
import { isPassing } from "./passing";

/** The service may act long after a gateway gave up (OTC's gives up after 30 s): absence counts after this long. */
const LATE = 60_000;

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 10_000;

/** What the last looks may take when Pulumi was asked to stop: they may know the only trace of a backup. Milliseconds. */
const LAST_LOOKS = 10_000;

/**
 * Looks for what an order without an answer may have done: gives its ID, or nothing when it was absent for a minute. Throws
 * when that cannot be known, and names the mark.
 */
export async function findLost(
  wish: Wish,
  { clock, orphanLimit }: Operation,
  patience: Patience,
  lost: CallFailed,
): Promise<string | undefined> {
  const lostAt = clock.now();
  let pause = FIRST_PAUSE;

  const look = (within: Patience) => async (): Promise<Finding<string | undefined>> => {
    const next = { over: false, pause } as const;
    pause = Math.min(LONGEST_PAUSE, pause * 1.5);
    try {
      const id = await wish.find(within);
      if (id !== undefined) return { over: true, value: id };
      return clock.now() - lostAt >= LATE ? { over: true, value: undefined } : next;
    } catch (error) {
      if (isPassing(error) || within.signal.aborted) return next;
      throw cannotKnow(lost, wish);
    }
  };

  const ending = await waitUntil(look(patience), patience);
  if (ending.ended === "found") return ending.value;
  const last = { clock, deadline: clock.now() + (orphanLimit() ?? LAST_LOOKS), signal: new AbortController().signal };
  const found = await waitUntil(look(last), last);
  if (found.ended === "found" && found.value !== undefined) return found.value;
  throw cannotKnow(lost, wish);
}

/** The error for an order that may have had an effect, when nothing more can be found out. */
export function cannotKnow(lost: CallFailed, { instanceId, mark, work }: Wish): DcsError {
  const told =
    work === "backup"
      ? `Whether a backup was made could not be seen: look for the remark that ends in "${mark}" among the backups of DCS instance ${instanceId}, and delete it there if it exists.`
      : `Whether the restore has begun could not be seen: look for the remark "${mark}" among the restores of DCS instance ${instanceId}. The next pulumi up looks for it, too, before it restores.`;
  return new DcsError("answer-lost", `${lost.message} ${told}`, lost.said);
}
