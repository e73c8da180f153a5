import { startSimulator, type RunningSimulator } from "../../simulator/index";
import type { Stage } from "../support/cuts";
import { backupsOf, settingsOf } from "../support/simulated-stack";
import { ADOPTED, type Occasion } from "./occasions";

const INSTANCE = "5560df16-cebf-4473-95c4-d1b573c16e79";

/** Backups of the same instance that are nobody's business here; the second bears the mark of another stack. */
const OTHERS = [
  { id: "ffffffff-0000-4000-8000-000000000001", remark: "by hand" },
  { id: "ffffffff-0000-4000-8000-000000000002", remark: "nightly pulumi-0a1b2c-k3j9x0aa" },
];

/** After a cut, what is on its way takes a look longer: whoever wants to delete a running backup is refused once. */
const LOOKS_AFTER_CUT = 2;

/** The simulated service of one case, in which time passes by what is asked, not by the clock. */
export type Service = Awaited<ReturnType<typeof openService>>;

/**
 * Opens it. What is on its way (a backup, a deletion) is seen so by as many looks as the occasion says, and is done by the
 * next; whoever is refused finds it done, too. So the same requests come in the same order, however slow the machine is.
 */
export async function openService({ adopted, looks, password }: Occasion) {
  let answered: string[] = [];
  let waiting: { readonly request: number; readonly resolve: () => void }[] = [];
  let looksUntilDone: number = looks;
  let looksSoFar = 0;
  let mostRunning = 0;

  const foreign = adopted ? [{ id: ADOPTED, remark: "before the move", ...(adopted === "runs" && justNow()) }] : [];
  const simulator = await startSimulator({
    pace: 600,
    deletionTakes: 600,
    world: { instances: [{ id: INSTANCE, name: "sessions", backups: [...OTHERS, ...foreign] }] },
    log({ method, status }) {
      answered.push(method);
      mostRunning = Math.max(mostRunning, running().length);
      looksSoFar += method === "GET" ? 1 : 0;
      if (looksSoFar >= looksUntilDone || (status ?? 0) >= 400) {
        looksSoFar = 0;
        simulator.advance("10m");
      }
      for (const { resolve } of waiting.filter(({ request }) => request === answered.length)) resolve();
    },
  });
  const existing = () => backupsOf(simulator);
  const running = () => existing().filter(({ status }) => status === "waiting" || status === "backuping");
  const isOther = (id: string) => OTHERS.some((other) => other.id === id);

  return {
    simulator,
    settings: password ? passwordSettings(simulator) : settingsOf(simulator),
    instanceId: INSTANCE,
    /** From here on, requests count. */
    begin() {
      answered = [];
      waiting = [];
      looksSoFar = 0;
    },
    /** The methods of the requests that were answered. */
    answered: (): readonly string[] => answered,
    /** Resolves when the request of this number has been answered. */
    answer: (request: number) =>
      answered.length >= request
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.push({ request, resolve })),
    /** Resolves when the request of this number is at this stage. One that is held stays so until {@link release}. */
    async reached(request: number, stage: Stage): Promise<void> {
      if (stage === "after its answer") {
        await this.answer(request);
        // The journal has it; it is written to the socket in this turn of the event loop.
        await new Promise((resolve) => setImmediate(resolve));
        return;
      }
      const at = stage === "before its receipt" ? "receipt" : "effect";
      simulator.fault({ after: request - 1, then: { hold: "cut", at } });
      while (simulator.held().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    /** The run has been cut. `looksLeft`: how often what is on its way is seen so from now on. */
    wasCut(looksLeft: number = LOOKS_AFTER_CUT) {
      looksUntilDone = looksLeft;
      looksSoFar = 0;
    },
    /** Whether a request of this method is held. */
    isHeld: (method: string) => simulator.held().some((held) => held.method === method),
    release() {
      simulator.release("cut");
    },
    /** The backups that exist, without those that are nobody's business. */
    existing: () => existing().filter(({ id }) => !isOther(id)),
    /** How many of those that are nobody's business are gone. */
    othersMissing: () => OTHERS.length - existing().filter(({ id }) => isOther(id)).length,
    /** The remarks of all backups that were ever made by a create, in that order. */
    made: () => simulator.world().instances.flatMap(({ backups }) => backups.slice(OTHERS.length + foreign.length)),
    /** The most backups that ran at the same time whenever a request was answered. */
    mostRunning: () => mostRunning,
    close: () => simulator.close(),
  };
}

function justNow() {
  return { createdAt: new Date().toISOString() };
}

function passwordSettings({ card, url, iam }: RunningSimulator): Record<string, string> {
  return {
    "dcs:region": card.region,
    "dcs:endpoint": url,
    "dcs:authUrl": iam,
    "dcs:userName": card.userName,
    "dcs:password": card.password,
    "dcs:domainName": card.domainName,
  };
}
