import type { Cut, CutCase } from "../support/cuts";
import { EngineRun } from "./engine";
import { endOf, goneWithin, type Host, startHost, UNTIL_GONE, within } from "./hosts";
import type { Service } from "./service";
import type { Properties, Stack } from "./stack";

/** After SIGINT a host sees to what only it knows for so long, and goes. Milliseconds. */
const BEFORE_SIGKILL = 4_000;

/** A host that lost its engine has gone by the duration of its backup (a few looks here) and ten seconds. Milliseconds. */
const UNTIL_ORPHAN_HAS_GONE = 15_000;

/** Who is asked to stop has done so by then. Milliseconds. */
const UNTIL_STOPPED = 10_000;

/** Long enough for a signal, or for the end of a pipe, to arrive; nothing tells of that from outside. Milliseconds. */
const UNTIL_NOTICED = 100;

/** One whole run with a host of its own, which has to go by itself in the end. */
export async function run(service: Service, stack: Stack, work: (engine: EngineRun) => Promise<void>): Promise<void> {
  const host = await startHost(service);
  try {
    await work(new EngineRun(stack, host));
    await endOf(host);
  } finally {
    await host.stop();
  }
}

/**
 * A run of `pulumi up` that is cut at that moment. It is over when none of its processes is left, and nothing is on its way.
 *
 * Gives whether the host had no time left for what it had to see to, as happens on a machine that does a lot besides.
 */
export async function runCut(
  service: Service,
  stack: Stack,
  args: Properties | undefined,
  { request, stage, cut }: CutCase,
): Promise<{ readonly outOfTime: boolean }> {
  const host = await startHost(service);
  try {
    const engine = new EngineRun(stack, host);
    const reached = service.reached(request, stage);
    const ended = engine.up(args).then(
      () => "all went well",
      (error: unknown) => String(error),
    );
    await Promise.race([reached, ended.then(tooSoon)]);
    // Four seconds, as long as a host has after SIGINT, are too short for a backup that goes on and on.
    service.wasCut(cut === "SIGINT twice" ? 1 : undefined);
    await cutShort(cut, host, engine);
    const began = performance.now();
    await noticed();
    // Who is told to stop gives up what is under way, and needs no answer to it; only an order is awaited.
    if (service.isHeld("POST")) service.release();
    await over(cut, host, ended);
    const took = performance.now() - began;
    service.release();
    await service.answer(request);
    return { outOfTime: cut === "SIGINT twice" && took > BEFORE_SIGKILL };
  } finally {
    await host.stop();
  }
}

async function cutShort(cut: Cut, host: Host, engine: EngineRun): Promise<void> {
  switch (cut) {
    case "kill -9 of the CLI":
      engine.vanish();
      host.loseEngine();
      return;
    case "kill -9 of the host":
      return host.kill();
    case "kill -9 of both": {
      engine.vanish();
      const killed = host.kill();
      host.loseEngine();
      return killed;
    }
    case "SIGINT once":
      engine.stop();
      return host.cancel();
    case "SIGTERM":
      // To all processes, as many CI systems send it; to the CLI alone it is the same as SIGINT. An idle host goes at once.
      engine.stop();
      host.terminate();
      return host.cancel().catch(() => undefined);
    case "SIGINT twice":
      engine.stop();
      await host.cancel();
      engine.vanish();
      host.abort();
      host.interrupt();
  }
}

/** Resolves when the run has ended and its host has gone, each as it should. */
async function over(cut: Cut, host: Host, ended: Promise<unknown>): Promise<void> {
  switch (cut) {
    case "kill -9 of the CLI":
      return goneWithin(UNTIL_ORPHAN_HAS_GONE, host);
    case "SIGINT twice":
      // The engine sends SIGKILL after 5.0 s. It is left out here: that the host goes by itself is to be seen.
      return goneWithin(UNTIL_GONE, host);
    case "SIGINT once":
    case "SIGTERM":
      await within(UNTIL_STOPPED, ended, "The run goes on after it was asked to stop");
      return endOf(host);
    case "kill -9 of the host":
    case "kill -9 of both":
      await ended;
  }
}

function tooSoon(how: string): never {
  throw new Error(`The run was over before the request at which to cut it: ${how}`);
}

const noticed = () => new Promise((resolve) => setTimeout(resolve, UNTIL_NOTICED));
