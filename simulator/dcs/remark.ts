/** The first characters that fit into so many bytes of UTF-8; all of them for null. */
export function cutToBytes(text: string, bytes: number | null): string {
  if (bytes === null) return text;
  let length = 0;
  let cut = "";
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    cut += character;
  }
  return cut;
}
