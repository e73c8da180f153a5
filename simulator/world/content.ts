import type { Instance } from "./instance";
import { isRestoreFinished, restoreStageOf, restoredAt } from "./restore-stage";

/** What an instance was told to hold, and when. */
export interface Write {
  readonly at: number;
  readonly content: string;
}

/** A word about the content; of two from the same millisecond, the one of the higher rank came last. */
interface Word extends Write {
  readonly rank: number;
}

/**
 * What an instance holds at a moment: an opaque text that stands for all of its keys. The last word is that of the
 * latest write or the latest restore that succeeded. A restore that failed leaves what was there; no page says what it
 * leaves in truth.
 */
export function contentAt({ writes, restores }: Instance, now: number): string {
  const written = writes.map((write, rank) => ({ ...write, rank }));
  const restored = restores
    .filter((restore) => isRestoreFinished(restore, now) && restoreStageOf(restore, now).status === "succeed")
    .map((restore) => ({
      at: restoredAt(restore),
      content: restore.source.content,
      rank: restore.writesBefore - 0.5,
    }));
  const latest = [...written, ...restored].filter(({ at }) => at <= now).reduce(later, NOTHING);
  return latest.content;
}

const NOTHING: Word = { at: -Infinity, content: "", rank: 0 };

function later(one: Word, other: Word): Word {
  if (one.at === other.at) return other.rank >= one.rank ? other : one;
  return other.at > one.at ? other : one;
}
