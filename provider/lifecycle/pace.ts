/** When a running backup will be finished, as far as its progress tells: a span of elapsed milliseconds. */
export interface Foresight {
  readonly earliest: number;
  readonly latest: number;
  /** Percent, as it was last seen. */
  readonly progress: number;
  /** How much had elapsed then. */
  readonly lookedAt: number;
}

export const NO_FORESIGHT: Foresight = { earliest: 0, latest: Number.POSITIVE_INFINITY, progress: 0, lookedAt: 0 };

/**
 * What a look adds to the foresight. A progress of p % that was not there at the look before was reached in between, so the
 * whole takes between 100/p times the one and 100/p times the other; each step of the progress narrows the span.
 */
export function foresee(before: Foresight, progress: number, elapsed: number): Foresight {
  const seen = { progress, lookedAt: elapsed };
  if (!(progress > 0 && progress < 100) || progress === before.progress) {
    return { ...before, lookedAt: elapsed };
  }
  const step = { earliest: (before.lookedAt * 100) / progress, latest: (elapsed * 100) / progress };
  const both = { earliest: Math.max(before.earliest, step.earliest), latest: Math.min(before.latest, step.latest) };
  // Spans that exclude each other mean that the progress is not even: only the newest counts then.
  return both.earliest <= both.latest ? { ...both, ...seen } : { ...step, ...seen };
}

/** Milliseconds between two looks, at least; a second more or less matters little after a quarter of an hour. */
const shortestAfter = (elapsed: number) => Math.max(1_500, elapsed / 300);

/**
 * Where nothing foretells the end: after the first half minute, a pause of a ninth of the time elapsed makes a delay of at
 * most a tenth of the whole.
 */
const blindPause = (elapsed: number) => Math.max(1_250, elapsed < 30_000 ? elapsed / 3 : elapsed / 9);

/** A usual duration foretells the end this well. */
const USUAL_SPREAD = 0.1;

/**
 * Milliseconds until the next look: sparse in the middle, close at the end.
 *
 * Before the earliest end, most of the time until then, though never much longer than what has elapsed, since early progress
 * is a poor prophet; in the span, a tenth of it; after it, ever longer. Without progress the usual duration of the
 * instance's backups (milliseconds; nothing where none is known) takes its place.
 */
export function pauseUntilNextLook(elapsed: number, foresight: Foresight, usual: number | undefined): number {
  const { earliest, latest } = spanOf(foresight, usual);
  if (latest === Number.POSITIVE_INFINITY) return blindPause(elapsed);
  if (elapsed < earliest) return Math.max(shortestAfter(elapsed), Math.min(0.7 * (earliest - elapsed), 0.75 * elapsed));
  if (elapsed < latest) return Math.max(shortestAfter(elapsed), Math.min((latest - earliest) / 10, elapsed / 9));
  return Math.max(shortestAfter(elapsed), Math.min((elapsed - latest) / 4, elapsed / 9));
}

function spanOf(
  foresight: Foresight,
  usual: number | undefined,
): { readonly earliest: number; readonly latest: number } {
  if (usual === undefined || foresight.latest !== Number.POSITIVE_INFINITY) return foresight;
  return { earliest: usual * (1 - USUAL_SPREAD), latest: usual * (1 + USUAL_SPREAD) };
}

/** How long the finished backups of a list took: the middle one, since a single one may have met a bad day. */
export function usualDuration(
  rows: readonly { createdAt: string | undefined; finishedAt: string | undefined; status: string }[],
): number | undefined {
  const durations = rows
    .filter(({ status }) => status === "succeed")
    .map(({ createdAt, finishedAt }) => Date.parse(finishedAt ?? "") - Date.parse(createdAt ?? ""))
    .filter((duration) => duration > 0)
    .sort((one, other) => one - other);
  return durations[Math.floor(durations.length / 2)];
}
