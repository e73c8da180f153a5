const MAGIC = Buffer.from("REDIS0009");
/** The number of the database follows. */
const SELECT_DB = Buffer.from([0xfe, 0]);
const STRING = Buffer.from([0]);
/** The end, and a checksum of zeros: none was made, which Redis accepts. */
const END = Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 0]);

/** An RDB file of so many bytes that holds a content; larger only if that does not fit. The rest is a key of zeros. */
export function rdbFile(content: string, size: number): Buffer {
  const head = [MAGIC, SELECT_DB, STRING, text(Buffer.from("content")), text(Buffer.from(content))];
  const filler = (length: number) => [STRING, text(Buffer.from("filler")), text(Buffer.alloc(length))];
  const needed = Buffer.concat([...head, ...filler(0), END]).byteLength;
  return Buffer.concat([...head, ...filler(Math.max(0, size - needed)), END]);
}

/** A string with its length in four bytes, the form that takes any length. */
function text(bytes: Buffer): Buffer {
  const length = Buffer.from([0x80, 0, 0, 0, 0]);
  length.writeUInt32BE(bytes.byteLength, 1);
  return Buffer.concat([length, bytes]);
}
