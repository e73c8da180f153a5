/** Throws when a text tells of the machine that it was made on. */
export function refusePrivateWords(text: string, words?: readonly string[]): void;
