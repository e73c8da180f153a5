import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import type { BackupInputs } from "./inputs";
import type { Ordered } from "./order";
import type { Connection } from "../dcs/connection";

/** The inputs that go into the outputs under their own names. */
type Echoed = Omit<BackupInputs, "backupFormat" | "adopt">;

/** What the state keeps of the service's words, each where it gave one; never the remark, in which a secret may stand. */
const SAID = [
  "name",
  "size",
  "type",
  "backupFormat", // what the service says; see `wantedFormat`
  "createdAt",
  "startedAt",
  "finishedAt",
  "errorCode", // why a failed backup failed
] as const satisfies readonly (keyof ListedBackup)[];

type Said = { readonly [Name in (typeof SAID)[number]]?: NonNullable<ListedBackup[Name]> };

/**
 * What the state holds of a backup: the inputs that a deletion needs, where it really is, and what the service says of it.
 * Later releases only add to it; a state of any release is read by all later ones.
 */
export interface BackupOutputs extends Echoed, Said {
  readonly region: string;
  readonly projectId: string;
  readonly endpoint: string;
  readonly backupId: string;
  readonly status: string;
  /** When the service took the order, as far as we know; ISO 8601. Its absence from the list counts from then. */
  readonly requestedAt: string;
  /** Whether the service has listed the backup yet: before, its absence means little. */
  readonly listed: boolean;
  /** Present when the create had to be sent again: a second backup may bear the same mark. */
  readonly repeated?: true;
  /** Present when the backup was taken over, not made. */
  readonly adopted?: true;
  /** The argument `backupFormat`, where it was given. */
  readonly wantedFormat?: string;
  readonly restorable?: boolean;
}

/** The outputs of a backup that was asked for and has not been listed yet. */
export function orderedOutputs(
  inputs: BackupInputs,
  { region, projectId, endpoint }: Connection,
  { backupId, requestedAt, repeated }: Ordered,
): BackupOutputs {
  const place = { region, projectId, endpoint };
  const ordered = { backupId, status: "waiting", requestedAt: new Date(requestedAt).toISOString(), listed: false };
  return {
    ...echoed(inputs),
    ...place,
    ...ordered,
    ...(repeated ? { repeated } : {}),
  };
}

/** The outputs of a backup that somebody else made, from its ID: it has been listed, or it is not there. */
export function gottenOutputs(id: string, inputs: Echoed, { region, projectId, endpoint }: Connection): BackupOutputs {
  const [instanceId, backupId, ...more] = id.split("/");
  if (!instanceId || !backupId || more.length > 0) {
    throw new DcsError("bad-configuration", `The ID "${id}" is not <instance ID>/<backup ID>.`);
  }
  const place = { region, projectId, endpoint };
  const unknown = { status: "waiting", requestedAt: new Date(0).toISOString(), listed: true };
  return { ...inputs, ...place, instanceId, backupId, ...unknown };
}

/** The outputs with what the service says now. */
export function listedOutputs(outputs: BackupOutputs, backup: ListedBackup): BackupOutputs {
  const { status, restorable } = backup;
  const said = SAID.map((name) => [name, backup[name]] as const).filter(([, value]) => value !== undefined);
  return { ...outputs, ...Object.fromEntries(said), status, restorable, listed: true };
}

/** The outputs with new inputs; what was resolved, and what the service said, stays. */
export function withInputs(outputs: BackupOutputs, inputs: BackupInputs): BackupOutputs {
  const { region, projectId, endpoint } = outputs;
  const kept = Object.fromEntries(Object.entries(outputs).filter(([name]) => !ECHOED.includes(name))) as Omit<
    BackupOutputs, // `kept` lacks the inputs, which come back in the next line
    keyof BackupInputs
  >;
  return { ...kept, ...echoed(inputs), region, projectId, endpoint };
}

function echoed({ backupFormat, adopt, ...inputs }: BackupInputs): Echoed & { wantedFormat?: string } {
  return { ...inputs, ...(backupFormat ? { wantedFormat: backupFormat } : {}) };
}

const ECHOED = [
  "instanceId",
  "description",
  "triggers",
  "timeouts",
  "apiVersion",
  "cloud",
  "whenGone",
  "mark",
  "owner",
  "wantedFormat",
];

/** What no two backups share, in any cloud. */
export function placeOf({ endpoint, projectId, instanceId, backupId }: BackupOutputs): string {
  return [endpoint, projectId, instanceId, backupId].join(" ");
}

/** When the service took the order, in milliseconds since 1970; an old or mended state may lack it. */
export function requestedAtOf({ requestedAt, createdAt }: Pick<BackupOutputs, "requestedAt" | "createdAt">): number {
  const [known = 0] = [requestedAt, createdAt]
    .map((text) => Date.parse(text ?? ""))
    .filter((time) => !Number.isNaN(time));
  return known;
}

/** `<instance_id>/<backup_id>`, the form that other tools use too. */
export function idOf({ instanceId, backupId }: { readonly instanceId: string; readonly backupId: string }): string {
  return `${instanceId}/${backupId}`;
}
