import { homedir, hostname, tmpdir, userInfo } from "node:os";
import { root } from "../setup/places.mjs";

/**
 * Throws when a text tells of the machine that it was made on: its name, its user, or where things lie there.
 * @param {string} text @param {string[]} [words] what must not be in it
 */
export function refusePrivateWords(text, words = [root, homedir(), tmpdir(), hostname(), userInfo().username]) {
  const found = words.filter((word) => word.length > 1 && text.includes(word));
  if (/\bfile:\/\//.test(text)) found.push("file://");
  if (found.length > 0) throw new Error(`The picture would show ${found.join(", ")}, so it is not made.`);
}
