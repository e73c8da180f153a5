import { format } from "prettier";
import { commandPages } from "./commands.mjs";
import { configurationPage } from "./configuration.mjs";
import { CONTENTS } from "./contents.mjs";
import { prose } from "./markdown.mjs";
import { overviewPage } from "./overview.mjs";
import { section } from "./sections.mjs";
import { packageSurface } from "./surface.mjs";

const MARKDOWN = { parser: "markdown", printWidth: 120, proseWrap: "always" };

/**
 * The pages of docs/reference, as they should stand in the repository.
 *
 * @param {import("./surface.d.mts").Surface} [surface]
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function referencePages(surface = packageSurface()) {
  const pages = [
    overviewPage(surface),
    ...CONTENTS.map((page) => pageOf(page, surface)),
    configurationPage(),
    ...commandPages(),
  ];
  return Promise.all(
    pages.map(async ({ file, text }) => ({ path: `docs/reference/${file}`, text: await format(text, MARKDOWN) })),
  );
}

function pageOf({ file, title, introduced, names }, surface) {
  const declared = names.map((name) => {
    const found = surface.get(name);
    if (found === undefined) throw new Error(`scripts/reference/contents.mjs names ${name}, which is not public.`);
    return found;
  });
  const sections = declared.map((one) => section(one, surface)).join("\n\n");
  // A page that is called as its first section is needs no second heading.
  if (title === undefined) return { file, text: sections.replace(/^#/, "") };
  const introduction = introduced ? prose(declared[0].module) : `See also [what all lookups share](lookups.md).`;
  return { file, text: `# ${title}\n\n${introduction}\n\n${sections}` };
}
