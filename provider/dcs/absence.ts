import { CallFailed, type CallOptions } from "./call";
import type { DcsClient } from "./client";
import type { Reading } from "./reading";
import { settled } from "./settled";
import type { ListedBackup, ListedInstance } from "./wire";
import type { ListedRestore } from "./wire-restores";

/** What a complete look at a list of an instance told of one row. */
export type Sight<Row> =
  | {
      readonly seen: "listed";
      readonly row: Row;
      /** What was read with it: the whole list, unless it takes more than one page. */
      readonly rows: readonly Row[];
    }
  | {
      readonly seen: "absent";
      /** What was read instead: the whole list. */
      readonly rows: readonly Row[];
    }
  | { readonly seen: "instance-absent" };

/** What a complete look for one backup told. */
export type Look =
  | { readonly seen: "listed"; readonly backup: ListedBackup; readonly rows: readonly ListedBackup[] }
  | Exclude<Sight<ListedBackup>, { readonly seen: "listed" }>;

/**
 * Looks for a backup in its instance's list, and believes that it is absent only by proof.
 *
 * Absent means: a complete reading of the list, made with the same credentials at the same endpoint, does not hold it; and
 * where the list takes more than one page, a second reading shows the same IDs, since rows shift when one is evicted between
 * two pages. An instance is absent when DCS's own code says so and the complete list of the project's instances does not hold
 * it. A gateway's 404, an HTML page or a torn list throw: they prove nothing.
 */
export async function lookFor(
  client: DcsClient,
  instanceId: string,
  isOurs: (row: ListedBackup) => boolean,
  options: CallOptions,
): Promise<Look> {
  const list = () => client.listBackups(instanceId, options, isOurs);
  const sight = await lookIn(list, (row) => row.backupId, client, instanceId, isOurs, options);
  return sight.seen === "listed" ? { seen: "listed", backup: sight.row, rows: sight.rows } : sight;
}

/** The same for one restore of the instance that it overwrites. */
export function lookForRestore(
  client: DcsClient,
  instanceId: string,
  isOurs: (row: ListedRestore) => boolean,
  options: CallOptions,
): Promise<Sight<ListedRestore>> {
  const list = () => client.listRestores(instanceId, options, isOurs);
  return lookIn(list, (row) => row.restoreId, client, instanceId, isOurs, options);
}

async function lookIn<Row>(
  list: () => Promise<Reading<Row>>,
  idOf: (row: Row) => string,
  client: DcsClient,
  instanceId: string,
  isOurs: (row: Row) => boolean,
  options: CallOptions,
): Promise<Sight<Row>> {
  try {
    const rows = await settled(list, isOurs, idOf, options);
    const row = rows.find(isOurs);
    return row ? { seen: "listed", row, rows } : { seen: "absent", rows };
  } catch (error) {
    await proveInstanceAbsent(client, instanceId, error, options);
    return { seen: "instance-absent" };
  }
}

/** All backups that satisfy `isOurs`, by a reading that can be believed; none where the instance is proven absent. */
export async function listAll(
  client: DcsClient,
  instanceId: string,
  isOurs: (row: ListedBackup) => boolean,
  options: CallOptions,
): Promise<readonly ListedBackup[]> {
  try {
    return (await readBackups(client, instanceId, options)).filter(isOurs);
  } catch (error) {
    await proveInstanceAbsent(client, instanceId, error, options);
    return [];
  }
}

/** All backups of an instance, by a reading that can be believed. An instance that is not there throws. */
export function readBackups(
  client: DcsClient,
  instanceId: string,
  options: CallOptions,
): Promise<readonly ListedBackup[]> {
  return settled(
    () => client.listBackups(instanceId, options),
    () => false,
    (row) => row.backupId,
    options,
  );
}

/** All instances of the project, by a reading that can be believed. */
export function readInstances(client: DcsClient, options: CallOptions): Promise<readonly ListedInstance[]> {
  return settled(
    () => client.listInstances(options),
    () => false,
    (row) => row.instanceId,
    options,
  );
}

/** Returns when the instance is proven absent; else throws what listing its backups ended with. */
async function proveInstanceAbsent(client: DcsClient, instanceId: string, error: unknown, options: CallOptions) {
  if (!saysInstanceUnknown(error)) throw error;
  const isInstance = (row: ListedInstance) => row.instanceId === instanceId;
  const rows = await settled(
    () => client.listInstances(options),
    isInstance,
    (row) => row.instanceId,
    options,
  );
  if (rows.some(isInstance)) throw error;
}

/** Only DCS's own codes mean this: a gateway, or a bare 404, says "not found" of things that are there. */
function saysInstanceUnknown(error: unknown): boolean {
  return error instanceof CallFailed && error.refusal?.meaning === "instance-unknown";
}
