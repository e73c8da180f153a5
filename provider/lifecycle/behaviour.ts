import type { CheckMeans } from "./check";
import type { Operation } from "./operation";
import { queue } from "./queue";

type Properties = Readonly<Record<string, unknown>>;

/** What the behaviours of all kinds of resources work with; all of it is passed in. */
export type BehaviourMeans = Omit<Operation, "signal" | "orphanLimit"> & CheckMeans;

/** What all resources of a process share: the line before each instance, and what was taken over. */
export function sharedByAll(): Pick<Operation, "queue" | "takenOver"> {
  return { queue: queue(), takenOver: new Set<string>() };
}

/** Makes the operation of one call. */
export function operationsOf(means: BehaviourMeans) {
  const alive = () => undefined;
  return (signal: AbortSignal, orphanLimit: Operation["orphanLimit"] = alive): Operation => ({
    ...means,
    signal,
    orphanLimit,
  });
}

/** The provider's text is the host's matter. */
export function withoutProvider(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== "__provider"));
}
