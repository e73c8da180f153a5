import { readFileSync } from "node:fs";
import { z } from "zod";
import { DcsError } from "../errors";
import type { OwnTraits } from "../rotation/own-backups";

/** Where a backup is, as far as the state says; what it does not say is looked up. */
const Place = z.object({
  region: z.string().optional(),
  projectId: z.string().optional(),
  endpoint: z.string().optional(),
  apiVersion: z.string().optional(),
  cloud: z.string().optional(),
});

const Resource = z.object({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  outputs: z.record(z.string(), z.unknown()).default({}),
});

/** What `pulumi stack export` prints, as far as it matters here. */
const Export = z.object({
  deployment: z.object({
    resources: z.array(Resource).nullish(),
    pending_operations: z.array(z.object({ type: z.string(), resource: Resource })).nullish(),
  }),
});

/** A backup, or a rotation of some, that a state speaks of: with an ID it is known, without one its create was cut off. */
export interface StatedBackup {
  readonly urn: string;
  readonly instanceId: string;
  /** The IDs that the state holds: one of a backup, any number of a rotation. */
  readonly backupIds: readonly string[];
  /** What its remark ends in; that of a rotation's members begins with it. */
  readonly mark: string | undefined;
  /** What tells a rotation's own backups from copies; nothing for a backup, and where the state keeps some of it secret. */
  readonly rotation: OwnTraits | undefined;
  readonly place: z.output<typeof Place>;
}

/** A stack's state, as far as its backups are concerned. */
export interface StackState {
  /** The URN of some resource of the stack, which tells project and stack; nothing for an empty state. */
  readonly anyUrn: string | undefined;
  /** What the state knows: everything with an ID, pending operations included. */
  readonly known: readonly StatedBackup[];
  /** Creates that were cut off before their ID was stored. */
  readonly cutOff: readonly StatedBackup[];
  /** URNs of cut-off creates whose instance the state keeps secret: they cannot be looked for without its name. */
  readonly hidden: readonly string[];
}

const ROTATION = "pulumi-nodejs:dynamic/dcs:BackupRotation";
const OURS = ["pulumi-nodejs:dynamic/dcs:Backup", ROTATION];

/** The members of a rotation, as far as their IDs matter. */
const Members = z.array(z.object({ backupId: z.string() })).catch([]);

/** A rotation, as far as it matters which backups are its own. */
const Rotation = z.object({
  mark: z.string(),
  steps: z.number(),
  backups: z.array(
    z.object({
      step: z.string(),
      status: z.string(),
      triggersHash: z.string(),
      createdAt: z.string().exactOptional(),
    }),
  ),
});

/** Reads an exported state. Throws `bad-configuration` when the text is none. */
export function readState(text: string): StackState {
  const { resources, pending_operations: pending } = parsed(text).deployment;
  const operations = pending ?? [];
  const all = [...(resources ?? []), ...operations.map(({ resource }) => resource)];
  const known = all.filter((resource) => OURS.includes(resource.type) && resource.id);
  const cutOff = operations
    .filter(({ type, resource }) => type === "creating" && OURS.includes(resource.type) && !resource.id)
    .map(({ resource }) => resource);
  const hidden = cutOff.filter(({ inputs }) => typeof inputs["instanceId"] === "object").map(({ urn }) => urn);
  return { anyUrn: all[0]?.urn, known: known.flatMap(stated), cutOff: cutOff.flatMap(stated), hidden };
}

/** The text of an exported state: of a file, or of standard input for `-`. */
export function readStateFile(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DcsError(
      "bad-configuration",
      `The state could not be read from ${file} (${why}). Give --file FILE: what pulumi stack export has printed.`,
    );
  }
}

function parsed(text: string): z.output<typeof Export> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const result = Export.safeParse(json);
  if (result.success) return result.data;
  throw new DcsError(
    "bad-configuration",
    "The state is not what pulumi stack export prints. Give its output as it is.",
  );
}

function stated({ urn, type, id, inputs, outputs }: z.output<typeof Resource>): StatedBackup[] {
  const values = { ...inputs, ...outputs };
  const [instanceOfId, ownId] = id?.split("/") ?? [];
  const instanceId = instanceOfId ?? values["instanceId"];
  // A create whose instance was not known yet has sent nothing.
  if (typeof instanceId !== "string") return [];
  const mark = typeof values["mark"] === "string" ? values["mark"] : undefined;
  const members = Members.parse(values["backups"]).map(({ backupId }) => backupId);
  const backupIds = type === ROTATION ? members : ownId === undefined ? [] : [ownId];
  const rotation = type === ROTATION ? Rotation.safeParse(values).data : undefined;
  return [{ urn, instanceId, backupIds, mark, rotation, place: Place.catch({}).parse(values) }];
}
