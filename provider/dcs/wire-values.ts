import { z } from "zod";

/** A string that may also come as `null` or, in the v2 samples of the reference, as `{}`. */
export const maybeText = z
  .union([z.string(), z.null(), z.object({})])
  .optional()
  .transform((value) => (typeof value === "string" && value !== "" ? value : undefined));

export const maybeNumber = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number), z.null(), z.object({})])
  .optional()
  .transform((value) => (typeof value === "number" ? value : undefined));

/** Percent as a text such as `"42.00"`; NaN when the service gave none. */
export const maybePercent = z
  .union([z.string(), z.number(), z.null(), z.object({})])
  .optional()
  .transform((value) => (typeof value === "object" || value === undefined ? Number.NaN : Number(value)));
