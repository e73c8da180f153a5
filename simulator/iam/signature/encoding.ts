/** Brings a text that is already encoded, by whatever rules, to the one form that is signed. */
export function reencode(encoded: string): string {
  return encodeRfc3986(decode(encoded));
}

/** Percent-encodes all but `A–Z a–z 0–9 - _ . ~` (RFC 3986; SIGN). */
function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // a torn escape stands for itself
  }
}
