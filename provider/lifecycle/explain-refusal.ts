import type { CallFailed } from "../dcs/call";
import type { Connection } from "../dcs/connection";
import type { ListedInstance } from "../dcs/wire";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";

/** What an instance is asked to do. */
export type Work = "backup" | "restore";

interface Asked {
  readonly instanceId: string;
  readonly work: Work;
}

/** Refusals whose cause is the instance itself, so that a look at it says more than the code. */
const ASK_THE_INSTANCE = ["busy", "instance-unsuitable", "refused"];

/**
 * Adds to a refused order what the instance says of itself: single-node, frozen, not running, which task runs.
 *
 * One GET, and only after a refusal; where that fails too, the refusal stands as it is.
 */
export async function explainRefusal(
  refused: CallFailed,
  { instanceId, work }: Asked,
  { client }: Connection,
  patience: Patience,
): Promise<DcsError> {
  if (!refused.refusal || !ASK_THE_INSTANCE.includes(refused.refusal.meaning)) return refused;
  const instance = await ask(instanceId, client, patience);
  const why = instance && whyNot(instance, work);
  return why ? new DcsError(refused.code, `${refused.message} ${why}`, refused.said) : refused;
}

/** What a busy instance is waited for, in a few words. Throws when waiting would be in vain, since it is frozen or broken. */
export async function reasonToWait(
  busy: CallFailed,
  { instanceId, work }: Asked,
  { client }: Connection,
  patience: Patience,
): Promise<string> {
  const instance = await ask(instanceId, client, patience);
  if (instance && HOPELESS.includes(instance.status)) {
    throw new DcsError("instance-unsuitable", `${busy.message} ${whyNot(instance, work) ?? ""}`, busy.said);
  }
  const sense = busy.refusal?.sense ?? "the instance is busy";
  return instance?.task ? `${sense} (task ${instance.task})` : sense;
}

/** Instance statuses that no waiting ends: API reference, "DCS Instance Statuses". */
const HOPELESS = ["FROZEN", "ERROR", "CREATEFAILED"];

async function ask(instanceId: string, client: Connection["client"], patience: Patience) {
  // The refusal may have come at the very deadline; this look is part of the answer.
  const deadline = Math.max(patience.deadline, patience.clock.now() + 30_000);
  return client.showInstance(instanceId, { ...patience, deadline }).catch(() => undefined);
}

function whyNot({ instanceId, name, status, cacheMode, task }: ListedInstance, work: Work): string | undefined {
  const which = `Instance ${name ? `"${name}"` : instanceId}`;
  if (cacheMode === "single") return `${which} is a single node.`;
  if (status === "FROZEN") return `${which} is frozen, as happens when an order is unpaid.`;
  if (status !== "RUNNING")
    return `${which} is ${status}; only a RUNNING instance can be ${work === "backup" ? "backed up" : "restored"}.`;
  return task ? `${which} is occupied with the task ${task}.` : undefined;
}
