import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

/** What speaks against a document by one of the schemas beside this file, a sentence each; nothing when all is well. */
export function schemaProblems(schema: "gitlab-ci" | "stack", document: unknown): string[] {
  const text = readFileSync(join(__dirname, "schemas", `${schema}.json`), "utf8");
  // GitLab's schema has keywords for editors, which Ajv's strict mode would refuse; formats are for dates and addresses.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const accepts = ajv.compile(JSON.parse(text) as object); // a schema is one
  if (accepts(document)) return [];
  return (accepts.errors ?? []).map(({ instancePath, message = "is wrong" }) => `${instancePath} ${message}`);
}
