import { dcsRefusal } from "../answers/refusal";
import type { Settings } from "../options";

/** In characters, by the text of the error; the console says bytes (A-err against U). */
const LONGEST = 128;

/** Refuses a remark that is too long. */
export function requireRemark(remark: string | null): void {
  if (Array.from(remark ?? "").length > LONGEST) throw dcsRefusal("remarkTooLong");
}

/** The remark as the service keeps it: the first characters that fit into `remarkBytes` of UTF-8. */
export function keptRemark(remark: string | null, { remarkBytes }: Settings): string | null {
  return remark === null || remarkBytes === null ? remark : cutToBytes(remark, remarkBytes);
}

function cutToBytes(text: string, bytes: number): string {
  let length = 0;
  let cut = "";
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    cut += character;
  }
  return cut;
}
