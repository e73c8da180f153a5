import { format } from "prettier";
import { errorsPage } from "./errors-page.mjs";

/**
 * Every page that is made from the code, as it should stand in the repository.
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function generatedPages() {
  return [{ path: "docs/errors.md", text: await format(errorsPage(), { parser: "markdown", printWidth: 120 }) }];
}
