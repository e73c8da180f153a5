import { z } from "zod";
import { PLACE, requireArguments, SHAPES } from "./check-arguments";
import type { Looking } from "./looking";
import { placeAmong, type LookupPlace } from "./place";

/**
 * What {@link getBackupFileLinks} asks. It needs v2 of the API, and uses it whatever `dcs:apiVersion` says. A change of one
 * of them counts for the next links.
 */
export interface GetBackupFileLinksArgs extends Omit<LookupPlace, "apiVersion"> {
  /** The ID of the DCS instance that was backed up. */
  readonly instanceId: string;
  /** The ID of the backup; it must have succeeded. */
  readonly backupId: string;
  /** Seconds that the links are good for, 300 to 86400. Default: 1800. */
  readonly expiration?: number;
}

/** One file of a backup. */
export interface BackupFileLink {
  /** The name of the file. */
  readonly fileName: string;
  /** Where to download it, for whoever has the link: a secret. */
  readonly link: string;
}

/** The files of a backup: one, or one a shard. */
export interface BackupFileLinks {
  /** Where the files lie in the bucket. */
  readonly filePath?: string;
  /** The bucket of the object storage. */
  readonly bucketName?: string;
  /** A link for each file; at most 64. */
  readonly links: readonly BackupFileLink[];
  /** When the links end, by the clock of this machine; ISO 8601, UTC. */
  readonly expiresAt: string;
}

const DEFAULT_EXPIRATION = 1_800;

const RANGE = "expiration must be a whole number of seconds from 300 (five minutes) to 86400 (a day).";

const { apiVersion: _, ...OTHER_PLACE } = PLACE;

/** Asks for links to the files of a backup: API reference, "Obtaining the Backup File URL". */
export async function linkFiles(
  args: GetBackupFileLinksArgs,
  { connect, patience }: Looking,
): Promise<BackupFileLinks> {
  const { instanceId } = SHAPES;
  const backupId = SHAPES.backupId.unwrap();
  const expiration = z.int(RANGE).min(300, RANGE).max(86_400, RANGE).optional();
  requireArguments("getBackupFileLinks", args, { instanceId, backupId, expiration, ...OTHER_PLACE });
  const { client } = await connect({ ...placeAmong(args), apiVersion: "v2" });
  const options = patience();
  const seconds = args.expiration ?? DEFAULT_EXPIRATION;
  const expiresAt = new Date(options.clock.now() + seconds * 1_000).toISOString();
  const { filePath, bucketName, links } = await client.linkFiles(args.instanceId, args.backupId, seconds, options);
  const place = { ...(filePath && { filePath }), ...(bucketName && { bucketName }) };
  return { ...place, links, expiresAt };
}
