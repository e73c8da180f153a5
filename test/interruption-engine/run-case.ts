import { tell } from "../engine/processes";
import { until } from "../engine/shop";
import type { CutCase } from "../support/cuts";
import { allEnded, cutShort, hostsOf } from "./cut";
import { openCutShop } from "./cut-shop";
import { OCCASIONS } from "./operations";
import type { PreparedStacks } from "./prepared";
import { checkAfterCut, checkAtTheEnd, checkBeforeDestroy, unknownBackups } from "./promises";
import { recover } from "./recovery";

/** A host whose engine has died stays as long as the backup runs (here a second), and ten seconds more. Milliseconds. */
const HOST_LIMIT = 11_000;

/** What is on its way at the moment of the cut goes on for so long. Milliseconds. */
const STILL_ON_ITS_WAY = 1_000;

/** A run that is asked to stop has ended after this long, even on a busy machine. Milliseconds. */
const STOP_LIMIT = 20_000;

/** What one case has shown. */
export interface Outcome {
  /** Backups that the service held after the cut and that the state did not know the ID of. */
  readonly unknown: number;
  /** Whether the stack's lock stayed, so that `pulumi cancel` was needed. */
  readonly locked: boolean;
  /** What `leftovers` deleted by itself, and what it deleted when told the IDs that it had listed. */
  readonly deleted: { readonly cutOff: number; readonly named: number };
}

/**
 * Does the operation by the real CLI, cuts it there, recovers as one usually does, and checks what is promised.
 *
 * Throws when a promise is broken, and when the operation did not get as far as the request at which it was to be cut.
 */
export async function runCase({ operation, request, stage, cut }: CutCase, prepared: PreparedStacks): Promise<Outcome> {
  const shop = await openCutShop(operation, request, prepared);
  let hosts: readonly number[] = [];
  try {
    const reached = shop.reached(stage);
    const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
    await Promise.race([reached, running.ended.then(tooSoon)]);
    hosts = hostsOf(running.child);
    await cutShort(cut, running.child);
    shop.simulator.clearFaults();
    shop.simulator.release("cut");
    await until(() => shop.answered().length >= request);
    if (cut === "SIGINT once" || cut === "SIGTERM") {
      // Who is asked to stop does not wait for what is on its way, and does not forget it either.
      await within(running.ended, STOP_LIMIT);
      expect(unknownBackups(shop)).toEqual([]);
    } else await new Promise((resolve) => setTimeout(resolve, STILL_ON_ITS_WAY));
    shop.letTimePass();
    await running.ended;
    await allEnded(hosts, HOST_LIMIT);

    const sent = OCCASIONS[operation].requests.slice(0, request);
    expect(shop.answered().slice(0, request)).toEqual(sent);
    const unknown = checkAfterCut(shop, operation, stage, cut).length;
    const { locked, deleted } = await recover(shop.stack);
    // Only where the host alone died does the state not say whose the backup is.
    const named = cut === "kill -9 of the host" ? unknown : 0;
    expect(deleted).toEqual({ cutOff: unknown - named, named });
    checkBeforeDestroy(shop, operation);
    await shop.stack.destroy();
    checkAtTheEnd(shop);
    return { unknown, locked, deleted };
  } finally {
    // After a case that failed; nothing of it may go on.
    for (const pid of hosts) tell(pid, "SIGKILL");
    await shop.close();
  }
}

async function within(ended: Promise<unknown>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The run still waits ${limit} ms after it was asked to stop.`));
    }, limit);
  });
  await Promise.race([ended, late]).finally(() => {
    clearTimeout(timer);
  });
}

function tooSoon({ code, text }: { code: number | null; text: string }): never {
  throw new Error(`The operation was over (exit code ${String(code)}) before the request at which to cut it:\n${text}`);
}
