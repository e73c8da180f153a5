import { z } from "zod";
import { CACHE_MODES, type Instance } from "./instance";

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
  })
  .partial();

export type InstanceChange = z.input<typeof instanceChangeSchema>;

/** Changes an instance in place: requests under way hold on to it. */
export function changeInstance(
  instance: Instance,
  { frozen, name, cacheMode, status, task, engineVersion, capacity, backupSize }: z.output<typeof instanceChangeSchema>,
): void {
  if (frozen !== undefined) instance.status = frozen ? "FROZEN" : "RUNNING";
  if (name !== undefined) instance.name = name;
  if (cacheMode !== undefined) instance.cacheMode = cacheMode;
  if (status !== undefined) instance.status = status;
  if (task !== undefined) instance.task = task;
  if (engineVersion !== undefined) instance.engineVersion = engineVersion;
  if (capacity !== undefined) instance.capacity = capacity;
  if (backupSize !== undefined) instance.backupSize = backupSize;
}
