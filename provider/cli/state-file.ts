import { z } from "zod";
import { DcsError } from "../errors";

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

/** A backup that a state speaks of: with an ID it is known, without one its create was cut off. */
export interface StatedBackup {
  readonly urn: string;
  readonly instanceId: string;
  readonly backupId: string | undefined;
  readonly mark: string | undefined;
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

const OURS = "pulumi-nodejs:dynamic/dcs:Backup";

/** Reads an exported state. Throws `bad-configuration` when the text is none. */
export function readState(text: string): StackState {
  const { resources, pending_operations: pending } = parsed(text).deployment;
  const operations = pending ?? [];
  const all = [...(resources ?? []), ...operations.map(({ resource }) => resource)];
  const known = all.filter((resource) => resource.type === OURS && resource.id);
  const cutOff = operations
    .filter(({ type, resource }) => type === "creating" && resource.type === OURS && !resource.id)
    .map(({ resource }) => resource);
  const hidden = cutOff.filter(({ inputs }) => typeof inputs["instanceId"] === "object").map(({ urn }) => urn);
  return { anyUrn: all[0]?.urn, known: known.flatMap(stated), cutOff: cutOff.flatMap(stated), hidden };
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

function stated({ urn, id, inputs, outputs }: z.output<typeof Resource>): StatedBackup[] {
  const values = { ...inputs, ...outputs };
  const [instanceOfId, backupId] = id?.split("/") ?? [];
  const instanceId = instanceOfId ?? values["instanceId"];
  // A create whose instance was not known yet has sent nothing.
  if (typeof instanceId !== "string") return [];
  const mark = typeof values["mark"] === "string" ? values["mark"] : undefined;
  return [{ urn, instanceId, backupId, mark, place: Place.catch({}).parse(values) }];
}
