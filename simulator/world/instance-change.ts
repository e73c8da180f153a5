import { z } from "zod";
import type { Ids } from "../ids";
import { Mistake } from "../mistake";
import { backupPolicySchema, buildPolicy, type BackupPolicySpec } from "./backup-policy";
import { CACHE_MODES, type Instance } from "./instance";
import type { Service } from "./take-backup";

/** What may be changed of an instance; each part may be left out. */
export const instanceChangeSchema = z
  .strictObject({
    name: z.string().min(1, "give a name"),
    cacheMode: z.enum(CACHE_MODES, `give one of ${CACHE_MODES.join(", ")}`),
    /** Any text, such as EXTENDING. */
    status: z.string().min(1, "give a text"),
    /** What it does while its status stays, such as RESTORING; null for nothing but its backups. */
    task: z.string().min(1, "give a text").nullable(),
    /** The same as the status FROZEN, and RUNNING again. */
    frozen: z.boolean("give true or false"),
    engineVersion: z.string(),
    capacity: z.number().positive(),
    backupSize: z.int().nonnegative(),
    /** What it holds from now on: any text. */
    content: z.string(),
    /** A whole policy, what is left out being the default; null for none. */
    backupPolicy: backupPolicySchema.nullable(),
  })
  .partial();

export type InstanceChange = z.input<typeof instanceChangeSchema>;

/** Changes an instance in place: requests under way hold on to it. */
export function changeInstance(
  instance: Instance,
  change: z.output<typeof instanceChangeSchema>,
  { ids }: Pick<Service, "ids">,
  now: number,
): void {
  const { frozen, name, cacheMode, status, task, engineVersion, capacity, backupSize, content, backupPolicy } = change;
  if (backupPolicy && (cacheMode ?? instance.cacheMode) === "single") {
    throw new Mistake("The change of the instance cannot be used: a single-node instance has no backupPolicy.");
  }
  if (frozen !== undefined) instance.status = frozen ? "FROZEN" : "RUNNING";
  if (name !== undefined) instance.name = name;
  if (cacheMode !== undefined) instance.cacheMode = cacheMode;
  if (status !== undefined) instance.status = status;
  if (task !== undefined) instance.task = task;
  if (engineVersion !== undefined) instance.engineVersion = engineVersion;
  if (capacity !== undefined) instance.capacity = capacity;
  if (backupSize !== undefined) instance.backupSize = backupSize;
  if (content !== undefined) instance.writes.push({ at: now, content });
  if (backupPolicy !== undefined)
    instance.backupPolicy = backupPolicy && changedPolicy(instance, backupPolicy, ids, now);
}

function changedPolicy({ backupPolicy: before }: Instance, spec: BackupPolicySpec, ids: Ids, now: number) {
  return buildPolicy(spec, before?.id ?? ids.uuid(), before?.createdAt ?? now, now);
}
