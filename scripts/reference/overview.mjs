import { CONTENTS } from "./contents.mjs";
import { linkTo, prose, table } from "./markdown.mjs";

/** docs/reference/README.md: everything that is public, in one line each. */
export function overviewPage(surface) {
  const parts = CONTENTS.map(({ file, title, names }) => {
    const rows = names.map((name) => [linkTo(name), prose(firstSentence(surface.get(name).doc))]);
    return `## [${title ?? names[0]}](${file})\n\n${table(["Name", "What it is"], rows)}`;
  });
  return { file: "README.md", text: [INTRODUCTION, ...parts].join("\n\n") };
}

function firstSentence(doc) {
  return doc.split(/(?<=\.)\s+(?=[A-Z*`{])/)[0];
}

const INTRODUCTION = `# Reference

Everything that is public, made from the sources by \`npm run docs\`.

- What a program imports from \`pulumi-dcs-backup\`: below.
- [Configuration keys and names of the environment](configuration.md); [credentials.md](../credentials.md) says which to use
  when.
- The commands [\`pulumi-dcs-backup\`](pulumi-dcs-backup.md) and [\`dcs-simulator\`](dcs-simulator.md).
- [Codes of errors](../errors.md).

\`pulumi-dcs-backup/provider\` is for state files: each names it, and Pulumi loads it. A program imports nothing of it.`;
