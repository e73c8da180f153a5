import ts from "typescript";

/** The docstring of a symbol: its text, in paragraphs of one line each, its example, and what it says of parameters. */
export function docOf(symbol, checker) {
  const tags = symbol.getJsDocTags(checker);
  const told = (tag) => flat(ts.displayPartsToString(tag.text));
  return {
    doc: flat(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
    example: tags.filter(({ name }) => name === "example").map(told)[0],
    params: Object.fromEntries(
      tags
        .filter(({ name }) => name === "param")
        .map((tag) => {
          const [name, ...words] = told(tag).split(" ");
          return [name, words.join(" ")];
        }),
    ),
  };
}

/** The docstring of a file, which bears the tag `@module`. */
export function moduleDocOf(file) {
  const comments = file.statements.flatMap((statement) => ts.getJSDocCommentsAndTags(statement)).filter(ts.isJSDoc);
  const own = comments.find(({ tags }) => tags?.some((tag) => tag.tagName.text === "module"));
  return own && lists(ts.getTextOfJSDocComment(own.comment) ?? "");
}

/** Line breaks inside a paragraph mean nothing; blank lines part paragraphs. */
function flat(text) {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
    .join("\n\n");
}

/** The same, but for lists. */
function lists(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/(?<!\n)\n(?!\n|- )/g, " ");
}
