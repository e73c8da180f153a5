import { DcsError } from "../errors";
import { CallFailed, type CallOptions } from "./call";
import type { DcsClient } from "./client";
import type { ListedBackup, ListedInstance } from "./wire";

/** What a complete look for one backup told. */
export type Look =
  | { readonly seen: "listed"; readonly backup: ListedBackup }
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
    return backup ? { seen: "listed", backup } : { seen: "absent" };
  } catch (error) {
    if (!saysInstanceUnknown(error)) throw error;
    const isInstance = (row: ListedInstance) => row.instanceId === instanceId;
    const list = () => client.listInstances(options);
    const rows = await settled(list, isInstance, (row) => row.instanceId, options);
    if (rows.some(isInstance)) throw error;
    return { seen: "instance-absent" };
  }
}

/** All backups that satisfy `isOurs`, by a reading that can be believed. */
export async function listAll(
  client: DcsClient,
  instanceId: string,
  isOurs: (row: ListedBackup) => boolean,
  options: CallOptions,
): Promise<readonly ListedBackup[]> {
  const list = () => client.listBackups(instanceId, options);
  return (
    await settled(
      list,
      () => false,
      (row) => row.backupId,
      options,
    )
  ).filter(isOurs);
}

/** Only DCS's own code is believed: a gateway says "not found" of things that are there. */
function saysInstanceUnknown(error: unknown): boolean {
  return error instanceof CallFailed && error.refusal?.meaning === "instance-unknown" && error.refusal.fromDcs;
}

/** Milliseconds between two readings that have to agree. */
const BETWEEN_READINGS = 1_000;

/** Reads until the row is there, or one page held all, or two readings in a row agree. */
async function settled<Row>(
  read: () => Promise<{ readonly rows: readonly Row[]; readonly pages: number }>,
  isOurs: (row: Row) => boolean,
  idOf: (row: Row) => string,
  { clock, deadline, signal }: CallOptions,
): Promise<readonly Row[]> {
  let before: string | undefined;
  for (;;) {
    const { rows, pages } = await read();
    const ids = rows.map(idOf).sort().join();
    if (pages === 1 || rows.some(isOurs) || ids === before) return rows;
    if (before !== undefined && (clock.now() >= deadline || signal.aborted)) {
      throw new DcsError("answer-unreadable", "the list that DCS gave changed at every reading, so it proves nothing");
    }
    before = ids;
    await clock.sleep(BETWEEN_READINGS, signal);
  }
}
