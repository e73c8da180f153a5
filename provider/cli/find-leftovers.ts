import { listAll } from "../dcs/absence";
import type { Connect, Connection } from "../dcs/connection";
import { isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import { bearsSomeMark, belongsToMark, nameOf, stackHash } from "../lifecycle/mark";
import { LATEST_TWIN } from "../lifecycle/twins";
import { bearsOurMark } from "../rotation/own-backups";
import type { Patience } from "../waiter";
import type { StackState, StatedBackup } from "./state-file";

/** A backup that exists and that the state does not know. */
export interface Leftover {
  /**
   * `cut-off`: it bears the mark of a create that the state calls pending: surely this stack's own. `stack`: it bears the
   * hash of this stack in its mark: the host alone was killed, or a stack of the same name lives elsewhere.
   */
  readonly kind: "cut-off" | "stack";
  readonly instanceId: string;
  readonly backup: ListedBackup;
  /** The resource's name in its program; nothing where it cannot be told. */
  readonly belongsTo: string | undefined;
  readonly connection: Connection;
}

/** What the search found, and the lists that could not be read: while there are any, "none" is not known. */
export interface Findings {
  readonly leftovers: readonly Leftover[];
  readonly unread: readonly { readonly instanceId: string; readonly why: string }[];
}

interface Search {
  readonly instanceId: string;
  readonly place: StatedBackup["place"];
}

/**
 * Looks at every instance that the state names, and at those given besides, for backups that the state does not know.
 *
 * Nothing is found by resemblance: only a mark counts, and never that of a resource that the state knows.
 */
export async function findLeftovers(
  state: StackState,
  moreInstances: readonly string[],
  connect: Connect,
  patience: Patience,
): Promise<Findings> {
  const unread: Findings["unread"][number][] = state.hidden.map((urn) => ({
    instanceId: "(secret)",
    why: `The instance of ${nameOf(urn)} is a secret in the state. Name it with --instance.`,
  }));
  const leftovers: Leftover[] = [];
  const read = new Set<string>();
  const besides = moreInstances.map((instanceId): Search => ({ instanceId, place: {} }));
  for (const { instanceId, place } of [...state.known, ...state.cutOff, ...besides]) {
    try {
      const connection = await connect(withoutUndefined(place));
      const where = JSON.stringify([connection.endpoint, connection.projectId, instanceId]);
      if (read.has(where)) continue;
      read.add(where);
      const rows = await listAll(connection.client, instanceId, (row) => !isGone(row.status), patience);
      leftovers.push(...leftoversAmong(rows, instanceId, state, connection));
    } catch (error) {
      if (!(error instanceof DcsError)) throw error;
      unread.push({ instanceId, why: error.message });
    }
  }
  return { leftovers, unread };
}

function leftoversAmong(
  rows: readonly ListedBackup[],
  instanceId: string,
  state: StackState,
  connection: Connection,
): Leftover[] {
  return rows.flatMap((backup): Leftover[] => {
    if (isKnown(backup, instanceId, state)) return [];
    // A create makes its backup of its own instance; elsewhere its mark can only be a copy.
    const create = state.cutOff.find(
      (each) => each.instanceId === instanceId && belongsToMark(backup.remark, each.mark),
    );
    if (create && !isCopy(backup, create.mark, rows)) {
      return [{ kind: "cut-off", instanceId, backup, belongsTo: nameOf(create.urn), connection }];
    }
    return isOfStack(backup, state) ? [{ kind: "stack", instanceId, backup, belongsTo: undefined, connection }] : [];
  });
}

function isKnown(backup: ListedBackup, instanceId: string, { known }: StackState): boolean {
  const isIn = (each: StatedBackup) => each.instanceId === instanceId && each.backupIds.includes(backup.backupId);
  // What a rotation takes over by itself is none; what bears its mark and is not its own would stay for ever.
  const isOf = ({ mark, rotation }: StatedBackup) =>
    rotation ? bearsOurMark(backup, rotation) : belongsToMark(backup.remark, mark);
  return known.some((each) => isIn(each) || isOf(each));
}

/** A backup made much later than the first that bears the mark is somebody's copy of the remark: it has to be named. */
function isCopy({ createdAt }: ListedBackup, mark: string | undefined, rows: readonly ListedBackup[]): boolean {
  const made = rows.filter((row) => belongsToMark(row.remark, mark)).map((row) => Date.parse(row.createdAt ?? ""));
  return Date.parse(createdAt ?? "") - Math.min(...made) > LATEST_TWIN;
}

function isOfStack({ remark }: ListedBackup, { anyUrn }: StackState): boolean {
  if (anyUrn === undefined || remark === undefined || !bearsSomeMark(remark)) return false;
  return remark.includes(`pulumi-${stackHash(anyUrn)}-`);
}

function withoutUndefined<T extends object>(given: T) {
  // Optional values are absent, not undefined, for the rest of the package; the entries are those of `given`.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
