import type { RestoreOutputs } from "../../provider/restore/outputs";
import { oneResource } from "../support/one-resource";
import { story, type StoryOptions } from "../support/story";

/** A backup of one instance, and a stack with the restore of it into a second one. */
export async function restoreScene(options: StoryOptions = {}) {
  const told = story({ pace: 0, restorePace: 60, ...options });
  const target = told.simulator.card.instances[1]?.id ?? "";
  told.simulator.changeInstance(told.instanceId, { content: "revision 7" });
  told.simulator.changeInstance(target, { content: "old" });
  const backup = await told.create(told.inputs());
  const stack = oneResource<RestoreOutputs>(told, "restore", "Restore");
  const args = { instanceId: target, backupId: backup.outs.backupId, overwrite: true };
  const instance = () => told.simulator.world().instances.find(({ id }) => id === target);
  return {
    ...told,
    ...stack,
    target,
    backup,
    args,
    up: (more: Record<string, unknown> = {}) => stack.up({ ...args, ...more }),
    killedUp: (requests: number, more: Record<string, unknown> = {}) => stack.killedUp({ ...args, ...more }, requests),
    content: () => instance()?.content,
    restores: () => instance()?.restores ?? [],
    orders: () => told.requests().filter((request) => request.startsWith("POST") && request.includes("/restores")),
  };
}
