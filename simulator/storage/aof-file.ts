/** An append-only file of so many bytes that holds a content; larger only if that does not fit. The rest is a filler. */
export function aofFile(content: string, size: number): Buffer {
  const head = command("SELECT", "0") + command("SET", "content", content);
  const filler = (length: number) => command("SET", "filler", "0".repeat(length));
  const needed = Buffer.byteLength(head + filler(0));
  return Buffer.from(head + filler(Math.max(0, size - needed)));
}

function command(...words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${lengthOf(word)}\r\n${word}\r\n`).join("")}`;
}

/** Always ten digits, so that a longer word adds no more than itself; Redis reads leading zeros. */
function lengthOf(word: string): string {
  return Buffer.byteLength(word).toString().padStart(10, "0");
}
