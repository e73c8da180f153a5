import { placeOf } from "./contents.mjs";

/** A docstring as Markdown: its links lead to the page, and names of other pages too. @param {string} text */
export function prose(text) {
  return text
    .replace(/\{@link (\w+)\s*\}/g, (_, name) => linkTo(name))
    .replace(/\bdocs\/([\w-]+\.md)/g, "[docs/$1](../$1)");
}

/** @param {string} name */
export function linkTo(name) {
  const place = placeOf(name);
  return place === undefined ? `\`${name}\`` : `[\`${name}\`](${place})`;
}

/** @param {string} text */
export function code(text) {
  return `\`${text}\``;
}

/**
 * A table; columns in which no row says anything are left out.
 *
 * @param {string[]} titles
 * @param {string[][]} rows
 */
export function table(titles, rows) {
  const columns = titles.map((_, column) => column).filter((column) => rows.some((row) => row[column]));
  const line = (cells) =>
    `| ${columns.map((column) => cells[column].replaceAll("|", "\\|").replace(/\s*\n+\s*/g, " ")).join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}
