import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/** docs/errors.md, from the table that the provider's own types are made of. */
export function errorsPage() {
  const { ERROR_CODES } = createRequire(import.meta.url)(join(root, "provider/dist/error-codes.js"));
  const rows = Object.entries(ERROR_CODES).map(([code, { when, remedy }]) => `| \`${code}\` | ${when} | ${remedy} |`);
  return `# Errors

Every message says what was tried, on what, what DCS said (status, code, text, request ID) and what to do next. Behind each
stands one of these codes. (Made from \`provider/error-codes.ts\` by \`npm run docs\`.)

| Code | When | What to do |
| --- | --- | --- |
${rows.join("\n")}
`;
}
