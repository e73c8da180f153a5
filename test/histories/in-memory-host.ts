import { NoAnswer, type Send } from "../../provider/dcs/exchange";
import { type Behaviour, dynamicProvider } from "../../provider/host/dynamic";
import { interruption } from "../../provider/host/interruption";
import { connector } from "../../provider/identity/connect";
import { findApiVersion } from "../../provider/identity/api-version";
import { backupBehaviour } from "../../provider/lifecycle/backup";
import { sharedByAll } from "../../provider/lifecycle/behaviour";
import type { CheckMeans } from "../../provider/lifecycle/check";
import { restoreBehaviour } from "../../provider/restore/behaviour";
import { rotationBehaviour } from "../../provider/rotation/behaviour";
import type { Cut, StackName } from "./history";
import { type Body, type Border, type Calls, type Host, startHost } from "./host";
import { type Kind, kindWithText } from "./kinds";
import type { Properties } from "./stack";
import type { World } from "./world";

/** The engine kills a host this long after its second signal. Milliseconds. */
const UNTIL_SIGKILL = 5_000;

/** What an orphaned host may take. Milliseconds. */
const WITHOUT_ENGINE = 2 * 60 * 60_000;

/** A host in memory: fast, and to be cut at each of its awaits. */
export function startInMemoryHost(world: World, stack: StackName, cut: Cut | undefined): Host {
  return startHost(world, stack, cut, (border) => bodyOf(world, stack, border));
}

function bodyOf(world: World, stack: StackName, border: Border): Body {
  const { clock, dice } = world;
  const surroundings = world.surroundingsOf(stack);
  const stop = interruption();
  const dead = new AbortController();
  /** What a dead process waits for never comes. */
  const living = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    return dead.signal.aborted ? new Promise<never>(() => undefined) : result;
  };

  const send: Send = async (request, signal) => {
    if (dead.signal.aborted) return new Promise<never>(() => undefined);
    await border.sending(request);
    // Held before receipt: it has left us, whatever becomes of us.
    const answer = world.send(request, signal).finally(border.awaiting);
    if (signal?.aborted) {
      answer.catch(() => undefined);
      throw new NoAnswer("the request was given up", "perhaps");
    }
    return living(answer);
  };
  const mortalClock = {
    now: () => clock.now(),
    sleep: async (ms: number, signal?: AbortSignal) => {
      await border.awaiting();
      await living(clock.sleep(ms, signal));
    },
  };
  const say = (_owner: string, text: string) => {
    world.texts.push(text);
  };
  const connect = connector({ clock: mortalClock, dice, sendBy: () => send, surroundings });
  const apiVersion: CheckMeans["apiVersion"] = (place) => findApiVersion(place, surroundings);
  const means = { clock: mortalClock, dice, say, warn: say, apiVersion, connect, ...sharedByAll() };
  const dressed = (behaviour: Behaviour) => {
    const provider = dynamicProvider(
      () => Promise.resolve(behaviour),
      stop,
      () => undefined,
    );
    return provider as Calls; // every method is there, and every value is plain: Pulumi's own type leaves both open
  };
  const providers: Readonly<Record<Kind, Calls>> = {
    Backup: dressed(backupBehaviour(means)),
    BackupRotation: dressed(rotationBehaviour(means)),
    Restore: dressed(restoreBehaviour(means)),
  };
  /** As the host does it: the text that comes with the properties says whose they are. */
  const providerOf = ({ __provider: text }: Properties): Calls => {
    const kind = kindWithText(text);
    if (!kind) throw new Error("The properties lack the text of their provider.");
    return providers[kind];
  };

  return {
    check: (olds, news) => providerOf(news).check(olds, news),
    diff: (id, olds, news) => providerOf(news).diff(id, olds, news),
    create: (inputs) => living(providerOf(inputs).create(inputs)),
    read: (id, outputs) => living(providerOf(outputs).read(id, outputs)),
    update: (id, olds, news) => living(providerOf(news).update(id, olds, news)),
    delete: (id, outputs) => living(providerOf(outputs).delete(id, outputs)),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    cancel(heard) {
      stop.cancel();
      heard();
    },
    async cancelTwice() {
      stop.cancel();
      const killed = clock.sleep(UNTIL_SIGKILL).then(() => {
        dead.abort();
      });
      await Promise.race([stop.abandon(UNTIL_SIGKILL - 1_000), killed]);
    },
    loseEngine: () => stop.abandon(WITHOUT_ENGINE),
    kill() {
      dead.abort();
    },
    finish: () => Promise.resolve(),
  };
}
