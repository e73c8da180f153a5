import { startSimulator, type WorldSpec } from "../../simulator/index";
import { shopOf } from "../engine/shop";
import type { Operation, Stage } from "../support/cuts";
import { ADOPTED, OCCASIONS } from "./operations";
import type { PreparedStacks } from "./prepared";

/** The ID of a finished backup of the same instance, which is nobody's business here. */
export const FOREIGN = "ffffffff-0000-4000-8000-000000000001";

/** A stack that is about to do an operation, with a simulator of its own. */
export type CutShop = Awaited<ReturnType<typeof openCutShop>>;

/**
 * Opens one. What is on its way at the service (a backup, a deletion) is so for the first look that sees it, and is done by
 * the next; from the request numbered `request` on, only {@link CutShop.letTimePass} moves the time.
 */
export async function openCutShop(operation: Operation, request: number, prepared: PreparedStacks) {
  const { known, program, looks } = OCCASIONS[operation];
  const answered: string[] = [];
  const waiting: (() => void)[] = [];
  let looksInARow = 0;
  let mostRunning = 0;

  const simulator = await startSimulator({
    pace: 60,
    deletionTakes: 60,
    world: worldOf(operation, prepared),
    log({ method }) {
      answered.push(method);
      mostRunning = Math.max(mostRunning, running().length);
      looksInARow = method === "GET" ? looksInARow + 1 : 0;
      if (answered.length < request && looksInARow === looks) simulator.advance("1m");
      if (answered.length >= request) for (const resolve of waiting.splice(0)) resolve();
    },
  });
  const running = () => shop.backups().filter(({ status }) => status === "waiting" || status === "backuping");
  const shop = shopOf(simulator, await prepared.copy(known, simulator));
  shop.change(program);

  return {
    ...shop,
    /** The methods of the requests that were answered, in their order. */
    answered: (): readonly string[] => [...answered],
    /** Resolves as soon as that request is where it is to be cut. */
    async reached(stage: Stage): Promise<void> {
      if (stage === "after its answer") {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return;
      }
      const at = stage === "before its receipt" ? "receipt" : "effect";
      simulator.fault({ after: request - 1, then: { hold: "cut", at } });
      while (simulator.held().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    /** What is on its way gets done now, and what is asked for later is done at once. */
    letTimePass() {
      simulator.advance("1m");
      simulator.change({ pace: 0, deletionTakes: 0 });
    },
    /** The most backups that ran at the same time whenever a request was answered. */
    mostRunning: () => mostRunning,
  };
}

function worldOf(operation: Operation, prepared: PreparedStacks): WorldSpec {
  const { known } = OCCASIONS[operation];
  const justNow = { createdAt: new Date().toISOString() };
  const ours = prepared.backups(known).map((each) => ({ ...each, ...(known === "unfinished" && justNow) }));
  const adopted = operation === "adopt" ? [{ id: ADOPTED, remark: "by hand", ...justNow }] : [];
  return {
    instances: [{ ...prepared.instance, backups: [{ id: FOREIGN, remark: "somebody else's" }, ...ours, ...adopted] }],
  };
}
