/**
 * A docstring taken apart, by the words with which its sentences begin: `Default: …` and `A change …`; the rest says what it
 * is.
 *
 * @param {string} doc
 */
export function partsOf(doc) {
  const sentences = doc.split(/(?<=[.!?])\s+(?=[A-Z*`])/);
  const beginning = (word) => sentences.filter((sentence) => sentence.startsWith(word));
  const part = (word) =>
    beginning(word)
      .map((sentence) => sentence.slice(word.length).replace(/\.$/, ""))
      .join("; ");
  const rest = sentences.filter((sentence) => !sentence.startsWith(DEFAULT) && !sentence.startsWith(CHANGE));
  return { what: rest.join(" "), default: part(DEFAULT), change: part(CHANGE) };
}

const DEFAULT = "Default: ";
const CHANGE = "A change ";

/**
 * The unit of a number, or of a text that is a time or a duration, as its docstring tells it; undefined where it needs none,
 * and empty where it lacks one.
 *
 * @param {{ name: string, type: string, doc: string }} member
 */
export function unitOf({ name, type, doc }) {
  if (/\bnumber\b/.test(type) && !/\bTrigger\b/.test(type)) return found(doc, NUMBERS);
  if (type === "string" && /(At|After|Before)$/.test(name)) return found(doc, TIMES);
  if (type === "string" && DURATIONS.some(([words]) => words.test(doc))) return found(doc, DURATIONS);
  return undefined;
}

function found(doc, units) {
  for (const [words, unit] of units) {
    const [, told] = words.exec(doc) ?? [];
    if (told !== undefined) return unit ?? told.toLowerCase();
  }
  return "";
}

/** @type {[RegExp, string?][]} */
const NUMBERS = [
  [/\bhow many (\w+)/i],
  [/\b(days of the week)\b/i],
  [/\b(bytes|seconds|minutes|percent|days)\b/i],
  [/\b(GB)\b/, "GB"],
];

/** @type {[RegExp, string?][]} */
const TIMES = [
  [/\b(ISO 8601)\b/, "ISO 8601, UTC"],
  [/\b(hour in UTC)\b/, "hours, UTC"],
];

/** @type {[RegExp, string?][]} */
const DURATIONS = [[/(`"\d+[hms]"`)/, "h, m, s"]];
