import { z } from "zod";
import { readJsonBody } from "./json-body";

const schema = z.object({ backup_id: z.string(), remark: z.string().nullish() });

/** What a restore is asked with, the same in both versions (A1, A2). */
export function readRestoreBody(text: string): { readonly backupId: string; readonly remark: string | null } {
  const { backup_id: backupId, remark } = readJsonBody(text, schema);
  return { backupId, remark: remark ?? null };
}
