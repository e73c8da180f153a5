import { createHash, randomBytes } from "node:crypto";

/** Where every identifier of a simulator comes from. */
export interface Ids {
  /** 36 characters, as instances and backups have. */
  uuid(): string;
  /** 32 hex characters, as projects, users and requests have. */
  hex(): string;
  /** An opaque token text. */
  token(): string;
}

/** Random identifiers, or with a seed the same ones in the same order in every run. */
export function createIds(seed?: string): Ids {
  const bytes = seed === undefined ? () => randomBytes(32) : countedBytes(seed);
  return {
    uuid: () => asUuid(bytes().toString("hex")),
    hex: () => bytes().toString("hex").slice(0, 32),
    token: () => `MII${bytes().toString("base64url")}${bytes().toString("base64url")}`,
  };
}

function countedBytes(seed: string): () => Buffer {
  let count = 0;
  return () => createHash("sha256").update(`${seed}/${count++}`).digest();
}

function asUuid(hex: string): string {
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
