import { compactTime } from "../timestamps";
import type { Backup } from "../world/backup";
import type { Instance } from "../world/instance";
import { aofFile } from "./aof-file";
import { rdbFile } from "./rdb-file";

/** A file of a backup in the bucket; its bytes are made when they are asked for. */
export interface BackupFile {
  readonly name: string;
  bytes(): Buffer;
}

const SLOTS = 16_384;
const SHARDS = 3;

/** Where the files of a backup lie in the bucket: two identifiers, as in the sample (A2). */
export function folderOf({ instanceId, id }: Backup): string {
  return `${instanceId}/${id}/`;
}

/**
 * The files of a backup: one, or one a shard for a cluster, named after its slots as in the sample (A2). Together they
 * have the size of the record; each holds the content as the value of its key `content`, in Redis's own format.
 */
export function filesOf(backup: Backup, { cacheMode }: Instance): BackupFile[] {
  const shards = cacheMode === "cluster" || cacheMode === "proxy" ? SHARDS : 1;
  return Array.from({ length: shards }, (_, shard) => {
    const size = Math.floor(((shard + 1) * backup.size) / shards) - Math.floor((shard * backup.size) / shards);
    const write = backup.format === "rdb" ? rdbFile : aofFile;
    return {
      name: `redis_192.168.0.100_6379_${slots(shard, shards)}${compactTime(backup.createdAt)}.${backup.format}`,
      bytes: () => write(backup.content, size),
    };
  });
}

function slots(shard: number, shards: number): string {
  if (shards === 1) return "";
  const first = Math.ceil((shard * SLOTS) / shards);
  return `${first}-${Math.ceil(((shard + 1) * SLOTS) / shards) - 1}_`;
}
