import { format } from "prettier";
import { architecture } from "./architecture.mjs";
import { completions } from "./completions.mjs";
import { credentialsPage } from "./credentials-page.mjs";
import { drawing } from "./drawings.mjs";
import { errorsPage } from "./errors-page.mjs";
import { qualityPage } from "../quality/page.mjs";

/**
 * Every page that is made from the code, as it should stand in the repository.
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function generatedPages() {
  const markdown = { parser: "markdown", printWidth: 120 };
  const errors = await format(errorsPage(), markdown);
  const { path, text } = credentialsPage();
  return [
    { path: "docs/errors.md", text: errors },
    { path, text: await format(text, markdown) },
    await drawing("lifecycle"),
    await architecture(),
    await qualityPage(),
    ...completions(),
  ];
}
