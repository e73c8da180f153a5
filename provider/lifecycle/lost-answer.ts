import { lookFor } from "../dcs/absence";
import type { CallFailed } from "../dcs/call";
import type { Connection } from "../dcs/connection";
import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import { type Finding, type Patience, waitUntil } from "../waiter";
import type { BackupInputs } from "./inputs";
import { bearsMark } from "./mark";
import type { Operation } from "./operation";
import { isPassing } from "./passing";

/** The service may act long after a gateway gave up (OTC's gives up after 30 s): absence counts after this long. */
const LATE = 60_000;

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 10_000;

/** What the last looks may take when Pulumi was asked to stop: they may know the only trace of a backup. Milliseconds. */
const LAST_LOOKS = 10_000;

/**
 * Looks for the backup that a create without an answer may have made: gives its ID, or nothing when it was absent for a
 * minute. Throws when that cannot be known, and names the mark.
 */
export async function findLost(
  inputs: BackupInputs,
  { client }: Connection,
  { clock, orphanLimit }: Operation,
  patience: Patience,
  lost: CallFailed,
): Promise<string | undefined> {
  const lostAt = clock.now();
  const isOurs = (row: ListedBackup) => bearsMark(row.remark, inputs.mark);
  let pause = FIRST_PAUSE;

  const look = (within: Patience) => async (): Promise<Finding<string | undefined>> => {
    const next = { over: false, pause } as const;
    pause = Math.min(LONGEST_PAUSE, pause * 1.5);
    try {
      const found = await lookFor(client, inputs.instanceId, isOurs, within);
      if (found.seen === "listed") return { over: true, value: found.backup.backupId };
      return clock.now() - lostAt >= LATE ? { over: true, value: undefined } : next;
    } catch (error) {
      if (isPassing(error) || within.signal.aborted) return next;
      throw cannotKnow(lost, inputs);
    }
  };

  const ending = await waitUntil(look(patience), patience);
  if (ending.ended === "found") return ending.value;
  const last = { clock, deadline: clock.now() + (orphanLimit() ?? LAST_LOOKS), signal: new AbortController().signal };
  const found = await waitUntil(look(last), last);
  if (found.ended === "found" && found.value !== undefined) return found.value;
  throw cannotKnow(lost, inputs);
}

/** The error for a create that may have had an effect, when nothing more can be found out. */
export function cannotKnow(lost: CallFailed, { instanceId, mark }: BackupInputs): DcsError {
  return new DcsError(
    "answer-lost",
    `${lost.message} Whether a backup was made could not be seen: look for the remark that ends in "${mark}" among the backups of DCS instance ${instanceId}, and delete it there if it exists.`,
    lost.said,
  );
}
