import { formatDuration } from "./durations";
import { formatSize } from "./sizes";

/** Work under way, as its record shows it. */
export interface Progressing {
  /** The name that DCS gave. */
  readonly name: string | undefined;
  readonly status: string;
  /** Percent, 0 to 100; NaN when the service gave none. */
  readonly progress: number;
}

/** In plain logs each message is a line: one per ten percent, or after this many milliseconds. */
const QUIET = 30_000;

/** Gives the next message of running work, or nothing when there is nothing new to say. `called`: where DCS gave no name. */
export function progressTeller(
  startedAt: number,
  called: string,
): (work: Progressing, now: number) => string | undefined {
  let saidStep = -1;
  let saidAt = Number.NEGATIVE_INFINITY;
  return (work, now) => {
    const percent = Number.isNaN(work.progress) ? 0 : Math.floor(work.progress);
    const step = Math.floor(percent / 10);
    if (step === saidStep && now - saidAt < QUIET) return undefined;
    saidStep = step;
    saidAt = now;
    const state = work.status === "waiting" ? "waiting" : `${percent} %`;
    return `${work.name ?? called} ${state}, ${formatDuration(now - startedAt)}`;
  };
}

/** The closing line. */
export function tellDone(
  {
    name,
    backupId,
    size,
  }: { readonly name: string | undefined; readonly backupId: string; readonly size: number | undefined },
  took: number,
): string {
  return `${name ?? `backup ${backupId}`} done${size === undefined ? "" : `, ${formatSize(size)}`}, ${formatDuration(took)}`;
}
