import { z } from "zod";
import { DcsError } from "../errors";
import { ARGUMENTS } from "../lifecycle/arguments";
import { momentOf } from "./moment";

type Shapes = Readonly<Record<string, z.ZodType>>;

const text = (sentence: string) => z.string(sentence).min(1, sentence);

const id = (name: string, meaning: string) =>
  text(`${name} must be a string: ${meaning}.`).regex(
    /^[^\s/]+$/,
    `${name} must not hold a slash or a space. Give ${meaning}.`,
  );

const moment = (name: string) =>
  text(`${name} must be a string: a time in ISO 8601.`).refine((value) => momentOf(value) !== undefined, {
    error: `${name} is not a time. Give ISO 8601, such as 2026-02-01T03:00:00Z.`,
  });

/** Arguments that more than one lookup knows. */
export const SHAPES = {
  instanceId: id("instanceId", "the ID of a DCS instance"),
  backupId: id("backupId", "the ID of a backup, without that of its instance").optional(),
  mostRecent: z.boolean("mostRecent must be true or false.").optional(),
  status: text("status must be a string, such as succeed of a backup or RUNNING of an instance.").optional(),
  name: text("name must be a string: the name of a DCS instance.").optional(),
} as const;

export const PLACE: Shapes = {
  region: ARGUMENTS.region,
  projectId: ARGUMENTS.projectId,
  endpoint: ARGUMENTS.endpoint,
  apiVersion: ARGUMENTS.apiVersion,
  cloud: ARGUMENTS.cloud,
};

export const BACKUP_FILTERS: Shapes = {
  type: z.enum(["manual", "auto"], { error: 'type must be "manual" or "auto".' }).optional(),
  status: SHAPES.status,
  backupFormat: ARGUMENTS.backupFormat,
  createdAfter: moment("createdAfter").optional(),
  createdBefore: moment("createdBefore").optional(),
  text: text("text must be a string: a part of the remark or the name.").optional(),
};

/**
 * Throws `bad-configuration` with a sentence for each argument that is not what it must be. An Output among them is what
 * a JavaScript program gives by mistake: it is told the name of the twin that takes Outputs.
 */
export function requireArguments(lookup: string, args: unknown, shapes: Shapes): void {
  const given = Object.entries({ ...(typeof args === "object" ? args : {}) });
  const waiting = given.find(([, value]) => isOutput(value));
  if (waiting) {
    const [name] = waiting;
    throw wrong(lookup, [`${name} is an Output, which ${lookup} cannot wait for. Call ${lookup}Output instead.`]);
  }
  const known = Object.keys(shapes);
  const unknown = given.filter(([name]) => !known.includes(name));
  const reasons = unknown.map(([name]) => `${name} is none of its arguments, which are ${known.join(", ")}.`);
  const values = new Map<string, unknown>(given);
  for (const [name, shape] of Object.entries(shapes)) {
    const result = shape.safeParse(values.get(name));
    if (!result.success) reasons.push(result.error.issues[0]?.message ?? `${name} is not valid.`);
  }
  if (reasons.length > 0) throw wrong(lookup, reasons);
}

function isOutput(value: unknown): boolean {
  return typeof value === "object" && value !== null && "apply" in value;
}

function wrong(lookup: string, reasons: readonly string[]): DcsError {
  return new DcsError("bad-configuration", `${lookup} cannot look: ${reasons.join(" ")}`);
}
