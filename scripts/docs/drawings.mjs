import { instance } from "@viz-js/viz";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/**
 * A drawing of docs/, from its text in the DOT language.
 * @param {string} name the file's name without its ending
 */
export async function drawing(name) {
  const viz = await instance();
  const svg = viz.renderString(readFileSync(join(root, "docs", `${name}.dot`), "utf8"), { format: "svg" });
  return { path: `docs/${name}.svg`, text: svg };
}
