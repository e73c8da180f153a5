import { clockTime, element, part, setText } from "./elements.js";

/**
 * @typedef {import("../journal-row").JournalRow} Row
 * @typedef {import("../news").JournalNews} JournalNews
 * @typedef {{ id: string, row: Row, times: number, since: string, made: HTMLElement }} Line
 */

/** So many lines stay on the page. */
const MOST = 200;

/** Newest first. @type {Line[]} */
let lines = [];

/** @param {JournalNews} news */
export function showJournal({ fresh, total, rows }) {
  const body = part("rows");
  if (fresh) {
    lines = [];
    body.replaceChildren();
  }
  for (const row of rows) take(body, row, !fresh);
  for (const { made } of lines.splice(MOST)) made.remove();
  part("empty").hidden = total > 0;
  part("journal").hidden = total === 0;
  setText(part("count"), total === 0 ? "" : `${total}, newest first`);
}

/** @param {HTMLElement} body @param {Row} row @param {boolean} isNew */
function take(body, row, isNew) {
  const known = lines.find(({ id }) => id === row.id);
  const [newest] = lines;
  if (known !== undefined) {
    known.row = row;
    fill(known);
  } else if (newest !== undefined && isSame(newest.row, row)) {
    newest.id = row.id;
    newest.row = row;
    newest.times += 1;
    fill(newest);
  } else {
    const made = element("tr", { role: "row", ...(isNew && { class: "new" }) });
    const line = { id: row.id, row, times: 1, since: row.time, made };
    lines.unshift(line);
    fill(line);
    body.prepend(made);
  }
}

/** Waiting means to ask the same again and again: such requests share one line. @param {Row} one @param {Row} other */
function isSame(one, other) {
  /** @type {(keyof Row)[]} */
  const parts = ["method", "path", "status", "asks", "outcome", "principal", "fault"];
  return !one.changes && !other.changes && parts.every((name) => one[name] === other[name]);
}

/** @param {Line} line */
function fill({ row, times, since, made }) {
  const { time, method, path, status, tone, asks, outcome, principal, fault, changes } = row;
  made.dataset["tone"] = tone;
  made.toggleAttribute("data-changes", changes);
  const meaning = element("td", { role: "cell", class: "meaning" }, element("p", { class: "asks" }, asks));
  const repeated = times > 1 ? [element("span", { class: "quiet" }, `, ${times} times since ${clockTime(since)}`)] : [];
  meaning.append(element("p", { class: "outcome" }, outcome, ...repeated));
  if (fault !== null) meaning.append(element("p", { class: "fault" }, `fault in the way: ${fault}`));
  if (principal !== null) meaning.append(element("p", { class: "quiet" }, `by ${principal}`));
  made.replaceChildren(
    element("td", { role: "cell", class: "time" }, element("time", { datetime: time }, clockTime(time))),
    element("td", { role: "cell", class: "method" }, method),
    element("td", { role: "cell", class: "path" }, ...pathParts(path)),
    element("td", { role: "cell", class: "code" }, status === null ? "none" : String(status)),
    meaning,
  );
}

/**
 * Identifiers show their first eight characters, unless whole ones are asked for. A line may break before a slash or a
 * part of the query.
 *
 * @param {string} path
 * @returns {(Node | string)[]}
 */
function pathParts(path) {
  return path.split(/(?=[/?&])/).flatMap((text, index) => {
    const found = /^(.)([0-9a-f]{8})([0-9a-f-]{24,28})$/.exec(text);
    const [, mark = text, head, rest] = found ?? [];
    const shown =
      head === undefined ? text : element("span", {}, mark, identifier("head", head), identifier("rest", rest));
    return index === 0 ? [shown] : [element("wbr"), shown];
  });
}

/** @param {string} name @param {string} [text] */
function identifier(name, text = "") {
  return element("span", { class: name }, text);
}
