import { z } from "zod";
import { baseUrlOf, namesVersion } from "../base-url";
import { API_VERSIONS } from "../dcs/api-versions";
import { parseDuration } from "./durations";

/** DCS allows 128 characters for a remark; our mark needs 23 of them, with the space, and that of a member 32. */
const MOST_DESCRIPTION_BYTES = { backup: 100, member: 96 };

export const kindOf = (value: unknown) =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "a list"
      : `a${/^[aeiou]/.test(typeof value) ? "n" : ""} ${typeof value}`;

const text = (name: string, meaning: string) =>
  z.string({
    error: ({ input }) =>
      input === undefined
        ? `Give ${name}: ${meaning}.`
        : `${name} must be a string (${meaning}), not ${kindOf(input)}.`,
  });

export const pathPart = (name: string, meaning: string) =>
  text(name, meaning)
    .min(1, `${name} is empty. Give ${meaning}.`)
    .regex(/^[^\s/]*$/, `${name} must not hold a slash or a space. Give ${meaning}.`);

const duration = (name: string) =>
  text(`timeouts.${name}`, 'a duration such as "45m"').refine((value) => parseDuration(value) !== undefined, {
    error: `timeouts.${name} is not a duration above zero. Give hours, minutes and seconds such as "45m", "1h30m" or "90s".`,
  });

/** `of`: what bears the remark that the description becomes a part of. */
export const description = (of: keyof typeof MOST_DESCRIPTION_BYTES) =>
  text("description", "what the backup is for")
    .refine((value) => Buffer.byteLength(value, "utf8") <= MOST_DESCRIPTION_BYTES[of], {
      error: ({ input }) =>
        `description has ${Buffer.byteLength(String(input), "utf8")} bytes. Shorten it to ${MOST_DESCRIPTION_BYTES[of]} bytes of UTF-8: DCS keeps 128 characters, and the mark that finds the backup again needs the rest.`,
    })
    .optional();

/** What each argument must be; every refusal names the argument and says what to give instead. */
export const ARGUMENTS = {
  instanceId: pathPart("instanceId", "the ID of the DCS instance to back up"),
  description: description("backup"),
  triggers: z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())], {
      error: ({ input }) => `triggers must be a list or an object of values, not ${kindOf(input)}.`,
    })
    .optional(),
  region: pathPart("region", "a region such as eu-de").optional(),
  projectId: pathPart("projectId", "the ID of the project that the instance belongs to").optional(),
  endpoint: text("endpoint", "the base URL of DCS")
    .refine((value) => baseUrlOf(value) !== undefined, {
      error: "endpoint is not a base URL. Give scheme and host, such as https://dcs.eu-de.otc.t-systems.com.",
      abort: true,
    })
    .refine((value) => !namesVersion(value), {
      error: "endpoint names a version of the API. Give it without, and choose the version by apiVersion.",
    })
    .optional(),
  apiVersion: z.enum(API_VERSIONS, { error: 'apiVersion must be "v1.0" or "v2".' }).optional(),
  backupFormat: z.enum(["aof", "rdb"], { error: 'backupFormat must be "aof" or "rdb".' }).optional(),
  adopt: pathPart("adopt", "the ID of the backup to take over").optional(),
  whenGone: z.enum(["recreate", "keep"], { error: 'whenGone must be "recreate" or "keep".' }).optional(),
  timeouts: z
    .strictObject(
      {
        create: duration("create").optional(),
        read: duration("read").optional(),
        delete: duration("delete").optional(),
      },
      {
        error: ({ code, keys }) =>
          code === "unrecognized_keys"
            ? `timeouts has no ${String(keys)}: give any of create, read and delete, such as { create: "45m" }.`
            : 'timeouts must be an object with any of create, read and delete, such as { create: "45m" }.',
      },
    )
    .optional(),
} as const;

/** Inputs that are ours, not the user's. */
export const OWN_INPUTS = ["mark", "owner", "__provider"] as const;

/** Milliseconds that each operation may take where `timeouts` is silent. */
const DEFAULT_TIMEOUTS = { create: 60 * 60_000, read: 5 * 60_000, delete: 45 * 60_000 };

/** The budget of an operation, in milliseconds. */
export function timeoutOf(inputs: { readonly timeouts?: unknown }, operation: keyof typeof DEFAULT_TIMEOUTS): number {
  const timeouts = ARGUMENTS.timeouts.safeParse(inputs.timeouts).data;
  return parseDuration(timeouts?.[operation] ?? "") ?? DEFAULT_TIMEOUTS[operation];
}
