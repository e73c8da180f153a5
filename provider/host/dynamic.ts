import type { dynamic } from "@pulumi/pulumi";
import { Unfinished } from "../errors";
import { clean } from "./clean";
import { failureOf } from "./failures";
import type { Interruption } from "./interruption";

type Properties = Readonly<Record<string, unknown>>;

/** What a resource does, in plain values; `signal` aborts when Pulumi was asked to stop. */
export interface Behaviour {
  check(olds: Properties, news: Properties): dynamic.CheckResult;
  diff(id: string, olds: Properties, news: Properties): dynamic.DiffResult;
  /** `orphanLimit`: the milliseconds left when the engine is dead; nothing while it lives. */
  create(
    inputs: Properties,
    signal: AbortSignal,
    orphanLimit: () => number | undefined,
  ): Promise<{ id: string; outs: object }>;
  read(id: string, outputs: Properties, signal: AbortSignal): Promise<{ id: string; props: object }>;
  update(id: string, olds: Properties, news: Properties, signal: AbortSignal): Promise<{ outs: object }>;
  delete(id: string, outputs: Properties, signal: AbortSignal): Promise<void>;
  /** Deletes what a create has made and nobody will be told of, within `limit` milliseconds. */
  discard(outputs: Properties, limit: number): Promise<void>;
}

/**
 * Dresses a behaviour for Pulumi's dynamic host: clean outputs, failures in the one form that the host understands, and
 * every call counted, so that an interruption reaches it.
 *
 * `load` gives the behaviour to each call; where it rejects, the call fails with its error. `configured` is told of the
 * stack's configuration; it is called before the first operation and must not throw.
 */
export function dynamicProvider(
  load: () => Promise<Behaviour>,
  interruption: Interruption,
  configured: (config: dynamic.Config) => void,
): dynamic.ResourceProvider {
  const run = async <T>(
    properties: Properties,
    call: (behaviour: Behaviour, signal: AbortSignal) => T | Promise<T>,
  ): Promise<T> => {
    try {
      return await interruption.during(async (signal) => call(await load(), signal));
    } catch (error) {
      throw failureOf(error, properties);
    }
  };
  /** A create whose result nobody takes any more leaves nothing behind. */
  const created = async (behaviour: Behaviour, inputs: Properties, signal: AbortSignal) => {
    const made = await behaviour
      .create(inputs, signal, () => interruption.limit)
      .catch(async (error: unknown) => {
        if (error instanceof Unfinished && interruption.limit !== undefined) {
          await behaviour.discard(error.outputs, interruption.limit);
        }
        throw error;
      });
    if (interruption.limit !== undefined) await behaviour.discard({ ...made.outs }, interruption.limit);
    return made;
  };
  return {
    configure: ({ config }) => {
      configured(config);
      return Promise.resolve();
    },
    check: (olds: Properties, news: Properties) => run(news, (behaviour) => behaviour.check(olds, news)),
    diff: (id, olds: Properties, news: Properties) => run(news, (behaviour) => behaviour.diff(id, olds, news)),
    create: (inputs: Properties) =>
      run(inputs, async (behaviour, signal) => {
        const { id, outs } = await created(behaviour, inputs, signal);
        return { id, outs: clean(outs) };
      }),
    read: (id, outputs: Properties = {}) =>
      run(outputs, async (behaviour, signal) => {
        const result = await behaviour.read(id, outputs, signal);
        return { id: result.id, props: clean(result.props) };
      }),
    update: (id, olds: Properties, news: Properties) =>
      run(news, async (behaviour, signal) => ({ outs: clean((await behaviour.update(id, olds, news, signal)).outs) })),
    delete: (id, outputs: Properties) => run(outputs, (behaviour, signal) => behaviour.delete(id, outputs, signal)),
  };
}
