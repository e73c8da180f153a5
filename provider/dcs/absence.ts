import { DcsError } from "../errors";
import { CallFailed, type CallOptions } from "./call";
import type { DcsClient } from "./client";
import { type Reading, TornList } from "./reading";
import type { ListedBackup, ListedInstance } from "./wire";

/** What a complete look for one backup told. */
export type Look =
  | {
      readonly seen: "listed";
      readonly backup: ListedBackup;
      /** What was read with it: all backups of the instance, unless the list takes more than one page. */
      readonly rows: readonly ListedBackup[];
    }
  | { readonly seen: "absent" }
  | { readonly seen: "instance-absent" };

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
  try {
    const list = () => client.listBackups(instanceId, options, isOurs);
    const rows = await settled(list, isOurs, (row) => row.backupId, options);
    const backup = rows.find(isOurs);
    return backup ? { seen: "listed", backup, rows } : { seen: "absent" };
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

/** Milliseconds between two readings that have to agree. */
const BETWEEN_READINGS = 1_000;

/** A torn list is read again this often; then it is believed to be torn for good. */
const MOST_TORN = 3;

/** Reads until the row is there, or one reading is beyond doubt, or two readings in a row agree. */
async function settled<Row>(
  read: () => Promise<Reading<Row>>,
  isOurs: (row: Row) => boolean,
  idOf: (row: Row) => string,
  { clock, deadline, signal }: CallOptions,
): Promise<readonly Row[]> {
  let before: string | undefined;
  for (let torn = 0; ;) {
    const reading = await read().catch((error: unknown) => {
      torn += 1;
      if (error instanceof TornList && torn < MOST_TORN) return undefined;
      throw error;
    });
    if (reading) {
      const ids = reading.rows.map(idOf).sort().join();
      if (!reading.doubtful || reading.rows.some(isOurs) || ids === before) return reading.rows;
      if (before !== undefined && (clock.now() >= deadline || signal.aborted)) throw unsettled();
      before = ids;
    }
    await clock.sleep(BETWEEN_READINGS, signal);
  }
}

function unsettled(): DcsError {
  return new DcsError(
    "answer-unreadable",
    "The list that DCS gave changed at every reading until the deadline, so it proves nothing. Run pulumi again.",
  );
}
