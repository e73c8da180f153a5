/** What differs between the two versions of the API: API reference, "Outdated APIs, V1" and "APIs V2 (Recommended)". */

/** The versions, as they stand in a URL. Both address the same backups. */
export const API_VERSIONS = ["v1.0", "v2"] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

/** `aof` or `rdb`; only v2 lets a client choose. */
export type BackupFormat = "aof" | "rdb";

/** The query of the page that follows `already` rows: v1.0 counts from 1, v2 from 0. */
export function pageQuery(version: ApiVersion, already: number, limit: number): string {
  return version === "v1.0" ? `start=${already + 1}&limit=${limit}` : `offset=${already}&limit=${limit}`;
}

/** The body of a create. */
export function createBody(remark: string, format: BackupFormat | undefined): string {
  return JSON.stringify({ remark, ...(format ? { backup_format: format } : {}) });
}
