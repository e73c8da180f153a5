import { z } from "zod";
import { Mistake } from "./mistake";

const seconds = z.number("give a number of seconds").min(0, "give a number of at least 0");
const count = z.int("give a whole number").min(1, "give a number of at least 1");
const version = z.enum(["v1.0", "v2"], 'give "v1.0" or "v2"');

function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values, `give one of ${values.join(", ")}`);
}

/** What can be told at the start, in a world file and while the simulator runs; mostly where the documents are silent. */
const options = z.strictObject({
  /** Seconds a backup takes; 0: it has succeeded when it is first listed. */
  pace: seconds,
  /** Seconds a restore takes; null for as many as a backup. */
  restorePace: seconds.nullable(),
  /** Records kept per instance, as documented. One more pushes out the oldest finished one (U). */
  keep: count,
  /** Seconds a token is valid, as documented (IAM). */
  tokenLifetime: seconds,
  /** Who refuses a missing, unknown or expired token: the `gateway`, as usual in practice, or the `service`. */
  tokenRefusals: oneOf("gateway", "service"),
  /** Seconds by which the service's clock is ahead, as signatures, the Date header and expiry times have it; or behind. */
  clockSkew: z.number("give a number of seconds, below 0 for a clock that is behind"),
  /** What a refused signature's text says: only that, or also the request as the gateway has read it. Both were seen. */
  signatureEcho: z.boolean("give true or false"),
  /** How many failures in a row lock an access key or a user, as documented (SIGN, GW); null for never. */
  lockAfter: count.nullable(),
  /** Seconds that an access key stays locked, as documented (GW). */
  keyLock: seconds,
  /** Seconds that a user's password stays locked, as documented (IAM FAQ). */
  userLock: seconds,
  /** Who refuses what a role does not allow: the `service` with 111403003, its `policy` check, or the `gateway`. */
  permissionRefusals: oneOf("service", "policy", "gateway"),
  /** The API versions that are published; the gateway answers for the others that there is no such API (GW 0101). */
  published: z.array(version),
  /** Seconds until an accepted deletion is done (TFH waits for it). */
  deletionTakes: seconds,
  /** What becomes of a deleted backup's row: it is dropped, or kept with status `deleted`. Both exist (TFH). */
  deletedRows: oneOf("dropped", "kept"),
  /** Deleting a backup that is not there: 400 …031 `gone`, 404 …001 `not-found`, 500 …101 `storage`, or `accept`. */
  deleteOfMissing: oneOf("gone", "not-found", "storage", "accept"),
  /** Deleting a running backup: 400 …096 `busy`, 400 …026 `state`, or `accept`. */
  deleteOfRunning: oneOf("busy", "state", "accept"),
  /** Deleting a backup that is being restored, or any of an instance that is: 400 …097 `busy`, 400 …026 `state`, or `accept`. */
  deleteOfRestoring: oneOf("busy", "state", "accept"),
  /** Restoring a backup that is not there, or asking for its links: 400 …031 `gone`, 400 …062 `parameter`, 404 …001 `not-found`. */
  useOfMissing: oneOf("gone", "parameter", "not-found"),
  /** Restoring the backup of another instance of the project: possible as v1.0's records suggest (A1), or 400 …062. */
  restoreOfOther: oneOf("accept", "parameter"),
  /** What becomes of a backup's row when its retention is over: it is `kept` as `expired`, or dropped. */
  expiredRows: oneOf("kept", "dropped"),
  /** The order of the lists of backups and restores. */
  listOrder: oneOf("newest-first", "oldest-first", "by-id"),
  /** Seconds until a new backup or restore is listed. */
  listingLag: seconds,
  /** A page of backups or restores holds no more than this, whatever `limit` says; null for no such cap. */
  limitCap: count.nullable(),
  /** What `total_num` counts: all that match, those on the page, nothing; or it is absent (A1, A2 and TFH disagree). */
  totalNum: oneOf("all", "page", "zero", "absent"),
  /** An instance without backups or restores: 200 on v1.0 and 204 on v2 as `documented`, or one of them on both. */
  emptyList: oneOf("documented", "200", "204"),
  /** How v2 prints strings that are null: as `null`, or as the `object` `{}` of its samples (A2). */
  nullStrings: oneOf("null", "object"),
  /** Remarks are cut after so many bytes of UTF-8; null for never (the console speaks of bytes). */
  remarkBytes: count.nullable(),
  /** How the progress of a running backup or restore looks: rising, in quarters, 0 until the end, or at 99 for the second half. */
  progress: oneOf("linear", "steps", "none", "stuck"),
});

const DEFAULTS: Settings = {
  pace: 60,
  restorePace: null,
  keep: 24,
  tokenLifetime: 86_400,
  tokenRefusals: "gateway",
  clockSkew: 0,
  signatureEcho: false,
  lockAfter: 5,
  keyLock: 300,
  userLock: 900,
  permissionRefusals: "service",
  published: ["v1.0", "v2"],
  deletionTakes: 0,
  deletedRows: "dropped",
  deleteOfMissing: "gone",
  deleteOfRunning: "busy",
  deleteOfRestoring: "busy",
  useOfMissing: "gone",
  restoreOfOther: "accept",
  expiredRows: "kept",
  listOrder: "newest-first",
  listingLag: 0,
  limitCap: null,
  totalNum: "all",
  emptyList: "documented",
  nullStrings: "null",
  remarkBytes: null,
  progress: "linear",
};

/** All of them. Times are seconds here too. */
export type Settings = z.output<typeof options>;

/** A part of them, as it is given. */
export const optionsSchema = options.partial();
export type SimulatedOptions = z.input<typeof optionsSchema>;

/** Fills in the defaults. Throws a sentence on an option that makes no sense. */
export function settle(given: SimulatedOptions): Settings {
  return changed(DEFAULTS, given);
}

/** The settings with some changed. Throws a sentence on an option that makes no sense. */
export function changed(settings: Settings, given: SimulatedOptions): Settings {
  const values = Object.entries(given).filter(([, value]: [string, unknown]) => value !== undefined);
  const result = options.safeParse({ ...settings, ...Object.fromEntries(values) });
  if (result.success) return result.data;
  const { path = [], message = "" } = result.error.issues[0] ?? {};
  const [name] = path;
  if (name === undefined) throw new Mistake(`The simulator's options cannot be used: ${message}.`);
  const value = JSON.stringify(new Map<PropertyKey, unknown>(values).get(name));
  throw new Mistake(`The simulator's option ${String(name)} is ${value}; ${message}.`);
}
