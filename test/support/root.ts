import { resolve } from "node:path";

/** The root folder of this clone. */
export const ROOT = resolve(__dirname, "../..");
