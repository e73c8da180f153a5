import { randomInt } from "node:crypto";
import { systemClock } from "../../provider/clock";
import { gotSend } from "../../provider/dcs/http";
import { Unfinished } from "../../provider/errors";
import { connector } from "../../provider/identity/connect";
import { findApiVersion } from "../../provider/identity/api-version";
import { backupBehaviour } from "../../provider/lifecycle/backup";
import { sharedByAll } from "../../provider/lifecycle/behaviour";
import type { CheckMeans } from "../../provider/lifecycle/check";
import { PROVIDER_TEXT } from "../support/provider-text";
import { OWNER } from "../support/simulated-stack";
import { surroundingsOf } from "../support/surroundings";
import type { Occasion } from "./occasions";
import type { Service } from "./service";
import { Stack } from "./stack";

const dice = () => randomInt(2 ** 47) / 2 ** 47;

/** Connects to the service as a program of this process. */
export function connectTo({ settings }: Service) {
  return connector({ clock: systemClock, dice, sendBy: gotSend, surroundings: surroundingsOf({ config: settings }) });
}

/** A stack that knows what the occasion begins with. It is made without a host: what is tried is the next run, not this one. */
export async function prepared({ known }: Occasion, service: Service): Promise<Stack> {
  const stack = new Stack();
  if (known === "nothing") return stack;
  const surroundings = surroundingsOf({ config: service.settings });
  const apiVersion: CheckMeans["apiVersion"] = (place) => findApiVersion(place, surroundings);
  const behaviour = backupBehaviour({
    clock: systemClock,
    dice,
    say: () => undefined,
    warn: () => undefined,
    connect: connectTo(service),
    apiVersion,
    ...sharedByAll(),
  });
  const args = { owner: OWNER, instanceId: service.instanceId, triggers: { release: 1 }, __provider: PROVIDER_TEXT };
  const { inputs } = behaviour.check({}, args);
  const stop = new AbortController();
  if (known === "finished") service.simulator.change({ pace: 0 });
  else
    void service.answer(1).then(() => {
      stop.abort();
    });
  const put = (id: string, outputs: object, initErrors: readonly string[]) => {
    // As it comes back over the wire.
    const stored = JSON.parse(JSON.stringify({ ...outputs, __provider: PROVIDER_TEXT })) as Record<string, unknown>;
    stack.put(undefined, { id, inputs, outputs: stored, initErrors, isReplaced: false });
  };
  try {
    const { id, outs } = await behaviour.create(inputs, stop.signal);
    put(id, outs, []);
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
    put(error.id, error.outputs, error.reasons);
  }
  service.simulator.change({ pace: 600 });
  return stack;
}
