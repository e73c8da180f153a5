import type { Clock } from "./clock";

/** How long we are willing to go on, and what may end it early. */
export interface Patience {
  readonly clock: Clock;
  /** Milliseconds since 1970 at which the operation must be over. */
  readonly deadline: number;
  /** Aborts when Pulumi was asked to stop. */
  readonly signal: AbortSignal;
}

/** What one look told: it is over, with a value, or it is not over yet and the next look is due after `pause` milliseconds. */
export type Finding<T> = { readonly over: true; readonly value: T } | { readonly over: false; readonly pause: number };

/** How a wait ended: with the value waited for, at the deadline, or because Pulumi was asked to stop. */
export type Ending<T> =
  { readonly ended: "found"; readonly value: T } | { readonly ended: "deadline" } | { readonly ended: "interrupted" };

/**
 * Looks until it is over.
 *
 * The waiter knows patience, the caller knows meaning. The last pause is cut short, so that one more look happens just
 * before the deadline. What `look` throws ends the wait.
 */
export async function waitUntil<T>(look: () => Promise<Finding<T>>, patience: Patience): Promise<Ending<T>> {
  const { clock, deadline, signal } = patience;
  for (;;) {
    if (signal.aborted) return { ended: "interrupted" };
    const finding = await look();
    if (finding.over) return { ended: "found", value: finding.value };
    const left = deadline - clock.now();
    if (left <= 0) return { ended: "deadline" };
    await clock.sleep(Math.min(finding.pause, left), signal);
  }
}

/** Waits for something that others need too, as a token or a turn: a stop ends the waiting, not the thing. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  // After a stop the work goes on without us, and how it ends is nobody's surprise.
  work.catch(() => undefined);
  if (signal.aborted) return undefined;
  let stop: (() => void) | undefined;
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => {
      resolve(undefined);
    };
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (stop) signal.removeEventListener("abort", stop);
  }
}
