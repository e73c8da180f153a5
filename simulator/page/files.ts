import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Real files beside the sources, since no compiler touches them; they are found from the compiled sources too. */
const FOLDER = join(dirname(require.resolve("dcs-simulator/package.json")), "page", "browser");

const STYLE = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

/** What a browser may fetch, and of what kind it is. */
const TYPES = new Map([
  ["page.html", "text/html; charset=utf-8"],
  ["page.css", STYLE],
  ["layout.css", STYLE],
  ["instances.css", STYLE],
  ["requests.css", STYLE],
  ["icon.svg", "image/svg+xml"],
  ["page.js", SCRIPT],
  ["connection.js", SCRIPT],
  ["elements.js", SCRIPT],
  ["instances.js", SCRIPT],
  ["journal.js", SCRIPT],
  ["milestones.js", SCRIPT],
]);

/** Nothing inline, nothing from elsewhere, and in nobody's frame. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** A file of the page as an answer; undefined when there is none of that name. */
export function pageFile(name: string): Response | undefined {
  const type = TYPES.get(name);
  if (type === undefined) return undefined;
  const body = readFileSync(join(FOLDER, name));
  return new Response(new Uint8Array(body), { headers: { ...HEADERS, "content-type": type } });
}
