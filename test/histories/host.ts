import type { HttpRequest } from "../../provider/dcs/exchange";
import type { Cut, StackName } from "./history";
import type { Properties } from "./stack";
import { type CallInFlight, callAbout } from "./permission";
import { Violation } from "./violation";
import type { World } from "./world";

/** The CLI itself is gone: whatever the calls come to, nobody stores it. */
export class EngineGone extends Error {
  override readonly name = "EngineGone";
}

/** The host is gone: the engine gets an error for each call in flight. */
class HostGone extends Error {
  override readonly name = "HostGone";
}

/** After a stop only what is on its way is waited for, and a fault may delay that three times. Milliseconds. */
const AFTER_A_STOP = 3 * 60_000;

/** What the engine calls. */
export interface Calls {
  check(olds: Properties, news: Properties): Promise<{ inputs: Properties; failures?: readonly unknown[] }>;
  diff(
    id: string,
    olds: Properties,
    news: Properties,
  ): Promise<{ changes?: boolean | undefined; replaces?: readonly string[] }>;
  create(inputs: Properties): Promise<{ id: string; outs: Properties }>;
  read(id: string, outputs: Properties): Promise<{ id: string; props: Properties }>;
  update(id: string, olds: Properties, news: Properties): Promise<{ outs: Properties }>;
  delete(id: string, outputs: Properties): Promise<void>;
}

/** A dynamic host with the real provider, wherever it runs. Once it is cut, no call to it comes back. */
export interface Body extends Calls {
  /** Resolves when all that it has answered has reached the engine. */
  settle(): Promise<void>;
  /** The engine's `Cancel`; `heard` is called when the host knows. */
  cancel(heard: () => void): void;
  /** The second Ctrl-C: `Cancel`, and SIGKILL some seconds after SIGINT. Resolves when the host has gone. */
  cancelTwice(): Promise<void>;
  /** The engine is dead. Resolves when the host has gone by itself. */
  loseEngine(): Promise<void>;
  kill(): void;
  /** The end of a run. Resolves when the host has gone, if it was not gone before. */
  finish(): Promise<void>;
}

/** What a host does at its border; some of it is where it is cut. */
export interface Border {
  /** A request leaves the host. */
  readonly sending: (request: HttpRequest) => Promise<void>;
  /** An answer comes, or a sleep begins. Gives whether the host was cut now. */
  readonly awaiting: () => Promise<boolean>;
}

/** The host as the engine knows it: it can be stopped and killed at any of its awaits. */
export type Host = ReturnType<typeof startHost>;

export function startHost(world: World, stack: StackName, cut: Cut | undefined, bodyOf: (border: Border) => Body) {
  const { clock } = world;
  const calls = new Map<CallInFlight, Began>();
  let awaits = 0;
  let sent = 0;
  let stoppedAt: number | undefined;
  let isStopHeard = false;
  let afterwards: Promise<void> | undefined;
  let end: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => (end = reject));
  ended.catch(() => undefined);

  const awaiting = async () => {
    awaits += 1;
    if (awaits !== cut?.at) return false;
    // What has been answered by now is stored: whether an answer still reaches an engine that dies is up to the network.
    await clock.busy(body.settle());
    excuseUnlisted();
    CUTS[cut.how]();
    return true;
  };
  const body = bodyOf({
    async sending(request) {
      world.witness(stack, request, [...calls.keys()]);
      if (isStopHeard && request.method === "POST") world.violations.push("A backup was asked for after the stop.");
      sent += 1;
      const endless = [...calls].find(([, began]) => sent - began.sent > began.limits.requests);
      if (endless) return stopForGood(endless[0]);
      await awaiting();
    },
    awaiting,
  });
  const CUTS: Record<Cut["how"], () => void> = {
    stop: () => {
      stoppedAt = clock.now();
      body.cancel(() => {
        isStopHeard = true;
      });
    },
    "stop twice": () => {
      afterwards = body.cancelTwice();
      end(new EngineGone());
    },
    "kill the CLI": () => {
      world.simulator.clearFaults();
      afterwards = body.loseEngine().then(() => {
        for (const call of calls.keys()) checkLimits(call);
      });
      end(new EngineGone());
    },
    "kill the host": () => {
      body.kill();
      for (const call of calls.keys()) if (call.kind === "create") world.excused.add(String(call.mark));
      end(new HostGone());
    },
    "kill both": () => {
      body.kill();
      end(new EngineGone());
    },
  };

  /** What the step of a rotation has just taken, and nobody lists yet, the next run cannot know of: `leftovers` shows it later. */
  function excuseUnlisted(): void {
    if (world.lag === 0) return;
    for (const { of, kind, mark } of calls.keys())
      if (of === "BackupRotation" && kind === "update") world.excused.add(String(mark));
  }

  /** What goes round for ever would never come to its end to be looked at. */
  function stopForGood({ kind }: CallInFlight): Promise<never> {
    end(new Violation(`A ${kind} sends one request after the other, and does not end.`));
    return new Promise(() => undefined);
  }

  function checkLimits(call: CallInFlight): void {
    const began = calls.get(call);
    if (!began) return;
    const took = clock.now() - began.at;
    if (took > began.limits.time)
      world.violations.push(`A ${call.kind} took ${took} ms, and may take ${began.limits.time}.`);
    const since = clock.now() - (stoppedAt ?? clock.now());
    if (since > AFTER_A_STOP) world.violations.push(`A ${call.kind} went on for ${since} ms after the stop.`);
    const requests = sent - began.sent;
    if (requests > began.limits.requests) world.violations.push(`A ${call.kind} sent ${requests} requests.`);
  }
  async function during<T>(call: CallInFlight, work: () => Promise<T>): Promise<T> {
    calls.set(call, { at: clock.now(), sent, limits: limitsOf(call, calls.size + 1) });
    const done = work().finally(() => {
      checkLimits(call);
      calls.delete(call);
    });
    done.catch(() => undefined);
    return Promise.race([done, ended]);
  }

  return {
    /** Whether Pulumi was asked to stop: nothing new is begun. */
    isStopping: () => stoppedAt !== undefined,
    /** Resolves when the host has gone: at the end of the run, or, as an orphan, later. */
    afterwards: () => (afterwards ??= body.finish()),
    check: (olds: Properties, news: Properties) => body.check(olds, news),
    diff: (id: string, olds: Properties, news: Properties) => body.diff(id, olds, news),
    create: (inputs: Properties) => during(callAbout("create", inputs, inputs), () => body.create(inputs)),
    read: (id: string, outputs: Properties) => during(callAbout("read", outputs), () => body.read(id, outputs)),
    update: (id: string, olds: Properties, news: Properties) =>
      during(callAbout("update", olds, news), () => body.update(id, olds, news)),
    remove: (id: string, outputs: Properties) => during(callAbout("delete", outputs), () => body.delete(id, outputs)),
  };
}

/** What was so when a call began, and what it may take. */
interface Began {
  readonly at: number;
  readonly sent: number;
  readonly limits: { readonly time: number; readonly requests: number };
}

const MINUTE = 60_000;
const SLACK = 2 * MINUTE;

/** What a call may take: its own time limit, for a create also that of those before it in the line, and a little. */
function limitsOf({ kind, of, timeouts }: CallInFlight, callsInFlight: number): Began["limits"] {
  const given = (timeouts as { create?: string } | undefined)?.create === "2m" ? 2 : 60; // what declared programs give
  // A rotation's update takes a backup, when its turn has come, and deletes others.
  const update = of === "BackupRotation" ? 60 * callsInFlight + 45 + 5 : given + 5;
  const minutes = { create: 60 * callsInFlight, update, read: 5, delete: 45, leftovers: 45 }[kind];
  return { time: minutes * MINUTE + SLACK, requests: 100 * callsInFlight + 30 * minutes };
}
