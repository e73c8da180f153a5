import type { Connection } from "../dcs/connection";
import { nothingDone } from "./ask-once";
import type { Work } from "./explain-refusal";
import { nameOf } from "./mark";
import type { Operation } from "./operation";

/** Who wants what of which instance. */
interface Wanting {
  readonly instanceId: string;
  readonly owner: string;
  readonly work: Work;
}

/** The time limit counts from when the turn comes: waiting behind our own other work on the instance does not use it up. */
export async function inTurn<T>(
  { instanceId, owner, work }: Wanting,
  { endpoint, projectId }: Connection,
  { queue, signal, say }: Operation,
  doIt: () => Promise<T>,
): Promise<T> {
  const what = [endpoint, projectId, instanceId].join(" ");
  // Wrapped, since work that gives nothing has been done all the same.
  const wrapped = async () => ({ value: await doIt() });
  const done = await queue.turn({ what, who: owner, signal }, wrapped, (who) => {
    say(owner, `waiting in line behind ${nameOf(who)}`);
  });
  if (done === undefined) throw nothingDone({ instanceId, work });
  return done.value;
}
