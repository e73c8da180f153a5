import { format } from "prettier";
import { drawing } from "./drawings.mjs";
import { errorsPage } from "./errors-page.mjs";

/**
 * Every page that is made from the code, as it should stand in the repository.
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function generatedPages() {
  const errors = await format(errorsPage(), { parser: "markdown", printWidth: 120 });
  return [{ path: "docs/errors.md", text: errors }, await drawing("lifecycle")];
}
