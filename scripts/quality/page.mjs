import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { root } from "../setup/places.mjs";

/** What was measured. */
export const FIGURES = join(root, "docs/quality.json");

/** docs/quality.md, from what was measured last. */
export async function qualityPage() {
  const { coverage, mutation } = JSON.parse(readFileSync(FIGURES, "utf8"));
  const page = `# What the quick tests reach and notice

Measured by \`npm run quality\` from the tests of \`npm run test:unit\` alone: no process, no socket, no Pulumi CLI. What they
do not reach is mostly what only a real host, a real server or the real CLI can run, and other tests do that. (Made from
\`docs/quality.json\`.)

## Reached

Share of the lines and branches that ran at least once, by room, on ${coverage.date}.

| Room | Files | Lines | Branches |
| --- | ---: | ---: | ---: |
${rows(coverage.rooms, ({ files, lines, branches }) => [files, share(lines), share(branches)])}

A mirror, not a goal: a line that ran is not yet a line that was checked.

## Noticed

[Stryker](https://stryker-mutator.io) breaks one expression of the code at a time (\`npm run test:mutation\`): it turns a
condition round, drops a call, empties a text. A mutant is noticed when a test fails or never ends. The files are those that
decide and send nothing, listed in [stryker.config.mjs](../stryker.config.mjs). Below 85 % the run fails. On ${mutation.date}:

| Room | Files | Mutants | Noticed | Survived | In code that no quick test reaches | Score |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows(mutation.rooms, fates)}

Not counted are ${sum(mutation.rooms, "leftOut")} mutants of tables and patterns that are read once, as their file loads: which test looks at
them cannot be told. The bugs that histories have to find, and the tests that were seen failing, are another matter:
[mutants.mjs](../test/histories/mutants/mutants.mjs).
`;
  return { path: "docs/quality.md", text: await format(page, { parser: "markdown", printWidth: 120 }) };
}

function rows(rooms, cells) {
  const named = Object.entries(rooms).sort(([one], [other]) => one.localeCompare(other));
  const lines = [...named, ["all", total(rooms)]].map(([name, room]) => `| ${[name, ...cells(room)].join(" | ")} |`);
  return lines.join("\n");
}

function fates({ files, noticed, survived, unreached }) {
  const all = noticed + survived + unreached;
  return [files, all, noticed, survived, unreached, share({ reached: noticed, all })];
}

const share = ({ reached, all }) => (all === 0 ? "–" : `${((100 * reached) / all).toFixed(1)} %`);

const sum = (rooms, field) => Object.values(rooms).reduce((total, room) => total + room[field], 0);

/** All rooms together; a share is added part by part. */
function total(rooms) {
  return Object.values(rooms).reduce(added);
}

function added(one, other) {
  const fields = Object.entries(one).map(([field, value]) => [
    field,
    typeof value === "number" ? value + other[field] : added(value, other[field]),
  ]);
  return Object.fromEntries(fields);
}
