import { join } from "node:path";
import { startDynamicHost } from "../support/dynamic-host";
import { CallFailure } from "../support/host-calls";
import type { Gate } from "./gate";
import type { Body, Border } from "./host";
import type { Fellow, SharedClock } from "./shared-clock";
import type { World } from "./world";

/** The engine kills a host this long after SIGINT. Milliseconds. */
const UNTIL_SIGKILL = 5_000;

/** Whatever an orphan has to see to, it is gone by then. Milliseconds. */
const AS_AN_ORPHAN = 2 * 60 * 60_000 + 10_000;

/** A line of a JavaScript stack. */
const STACK = /^\s+at .*:\d+\)?$/m;

/** It loads only what it needs, compiled once, and lives in the time of the history. */
const PRELOADS = ["light-host.cjs", "shared-time.cjs"].map((name) => join(__dirname, "../support", name));
const ENVIRONMENT = {
  NODE_COMPILE_CACHE: join(__dirname, "../../compile-cache"),
  NODE_OPTIONS: PRELOADS.map((path) => `--require ${JSON.stringify(path)}`).join(" "),
};

export type DynamicHost = Awaited<ReturnType<typeof startDynamicHost>>;

/** What a host lives with. */
interface Surroundings {
  readonly world: World;
  readonly clock: SharedClock;
  /** Its way to the simulator. */
  readonly gate: Gate;
  /** The stack's configuration. */
  readonly settings: Readonly<Record<string, string>>;
  /** What its dice begin with. */
  readonly seed: number;
  /** The hosts that live. */
  readonly alive: Set<DynamicHost>;
}

/**
 * Pulumi's own dynamic host, in a process of its own that lives in the time of the history. It is started by the first call,
 * as the engine does.
 */
export function processHost({ world, clock, gate, settings, seed, alive }: Surroundings, border: Border): Body {
  let started: Promise<DynamicHost> | undefined;
  let running: DynamicHost | undefined;
  let fellow: Fellow | undefined;
  let isCut = false;
  gate.belongsTo(border, world.send);

  async function start(): Promise<DynamicHost> {
    const environment = { ...ENVIRONMENT, SHARED_TIME: String(clock.now()), SHARED_DICE: String(seed) };
    const host = await startDynamicHost(settings, environment, { longestCall: Infinity, channel: true });
    alive.add(host);
    const { channel, exited } = host;
    if (!channel) throw new Error("The host was started without a channel.");
    channel.once("close", () => void clock.busy(exited));
    const open = () => ({ requests: gate.requests(), calls: host.inFlight() });
    fellow = { channel, open, sleeps: border.awaiting };
    clock.join(fellow);
    running = host;
    return host;
  }
  const call = async <T>(work: (host: DynamicHost) => Promise<T>): Promise<T> => {
    try {
      return await work(await (started ??= clock.busy(start())));
    } catch (error) {
      if (isCut) return new Promise<never>(() => undefined);
      throw error instanceof CallFailure ? Object.assign(error, error.partial) : error;
    }
  };
  /** Ends the host, if there is one; resolves when it is gone. */
  async function end(how: (host: DynamicHost) => void | Promise<void>): Promise<void> {
    const host = running;
    if (!host) return;
    await how(host);
    await host.exited;
    await clock.busy(host.stop());
    alive.delete(host);
    const noise = host.noise();
    if (STACK.test(noise)) world.violations.push(`A host printed a stack: ${noise}`);
    world.texts.push(noise, ...host.messages.map(({ text }) => text));
  }
  const cut: typeof end = (how) => {
    isCut = true;
    return end(how);
  };
  /** Gives whether it goes by itself in so many milliseconds; if not, it is killed. */
  async function goesWithin(limit: number, host: DynamicHost): Promise<boolean> {
    const gone = new AbortController();
    void host.exited.then(() => {
      gone.abort();
    });
    await clock.sleep(limit, gone.signal);
    if (gone.signal.aborted) return true;
    await host.kill();
    return false;
  }

  return {
    check: (olds, news) => call((host) => host.check(olds, news)),
    diff: (id, olds, news) => call((host) => host.diff(id, olds, news)),
    create: (inputs) =>
      call(async (host) => {
        const { id, outputs } = await host.create(inputs);
        return { id, outs: outputs };
      }),
    read: (id, outputs) =>
      call(async (host) => {
        const found = await host.read(id, outputs);
        return { id: found.id, props: found.outputs };
      }),
    update: (id, olds, news) => call(async (host) => ({ outs: (await host.update(id, olds, news)).outputs })),
    delete: (id, outputs) => call((host) => host.remove(id, outputs)),
    async settle() {
      if (fellow) await clock.settle(fellow);
    },
    cancel(heard) {
      // A request that was sent before the host heard it has arrived a moment later.
      void running?.cancel().then(() => setImmediate(heard));
    },
    cancelTwice: () =>
      cut(async (host) => {
        await host.cancel();
        host.abort();
        host.interrupt();
        await goesWithin(UNTIL_SIGKILL, host);
      }),
    loseEngine: () =>
      cut(async (host) => {
        host.loseEngine();
        if (!(await goesWithin(AS_AN_ORPHAN, host))) world.violations.push("A host without an engine did not go.");
      }),
    kill() {
      void cut((host) => host.kill());
    },
    finish: () =>
      end(async (host) => {
        if (isCut) return;
        if (!host.isAlive()) world.violations.push("A host went before its run was over.");
        else {
          await host.cancel();
          host.interrupt();
          if (!(await goesWithin(UNTIL_SIGKILL, host)))
            world.violations.push("A host with nothing to do did not go at SIGINT.");
        }
      }),
  };
}
