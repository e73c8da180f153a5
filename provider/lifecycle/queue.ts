import { unlessStopped } from "../waiter";

/** A place in a line. */
interface Turn {
  /** What only one can work on at a time. */
  readonly what: string;
  /** The URN of the one who waits. */
  readonly who: string;
  readonly signal: AbortSignal;
}

/**
 * Lets the backups of one instance be taken one after the other: DCS allows one at a time, and ours would only hinder each
 * other with requests that are refused.
 */
export interface Queue {
  /**
   * Does the work when its turn has come; `behind` is told who is before it, if anybody is. Gives nothing when Pulumi was
   * asked to stop before: then the work was not begun, and will not be.
   */
  turn<T>(turn: Turn, work: () => Promise<T>, behind: (who: string) => void): Promise<T | undefined>;
}

export function queue(): Queue {
  const last = new Map<string, { readonly who: string; readonly done: Promise<unknown> }>();
  return {
    turn({ what, who, signal }, work, behind) {
      const before = last.get(what);
      if (before) behind(before.who);
      const mine = (async () => {
        if (before) await unlessStopped(before.done, signal);
        return signal.aborted ? undefined : work();
      })();
      const entry = { who, done: Promise.allSettled([before?.done, mine]) };
      last.set(what, entry);
      void entry.done.then(() => {
        if (last.get(what) === entry) last.delete(what);
      });
      return mine;
    },
  };
}
