import { z } from "zod";
import { maybeText } from "./wire-values";

const Link = z
  .object({ file_name: z.string(), link: z.string().min(1) })
  .transform(({ file_name: fileName, link }) => ({ fileName, link }));

/** Download links of a backup's files: API reference, "Obtaining the Backup File URL" (v2 only). */
export const FileLinks = z
  .object({ file_path: maybeText, bucket_name: maybeText, links: z.array(Link) })
  .transform((body) => ({ filePath: body.file_path, bucketName: body.bucket_name, links: body.links }));

export type ListedFileLinks = z.output<typeof FileLinks>;
