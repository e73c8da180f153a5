import { API_VERSIONS } from "../../dcs/api-versions";
import type { OptionRows } from "./row";

/** What every command takes. */
export const HELP = {
  help: { type: "boolean", short: "h", what: "print this" },
} as const satisfies OptionRows;

export const JSON_OUTPUT = {
  json: { type: "boolean", what: "print JSON" },
} as const satisfies OptionRows;

export const CWD = {
  cwd: { type: "string", value: "DIR", what: "the folder of the Pulumi project; this one by default" },
} as const satisfies OptionRows;

/** The place of what is asked for; the configuration of a stack counts only where one is named. */
export const PLACE = {
  region: {
    type: "string",
    value: "NAME",
    what: "where they are; by default as the environment says (OS_REGION_NAME …)",
  },
  "project-id": { type: "string", value: "ID", what: "likewise (OS_PROJECT_ID …)" },
  endpoint: { type: "string", value: "URL", what: "likewise (OS_DCS_ENDPOINT_OVERRIDE), else what the region tells" },
  "api-version": { type: "string", value: "V", values: API_VERSIONS, what: "the version of DCS's API" },
  cloud: { type: "string", value: "NAME", what: "as for a resource with this argument: an entry of clouds.yaml" },
  stack: {
    type: "string",
    short: "s",
    value: "NAME",
    what: "take place and credentials from this stack's configuration, too",
  },
  ...CWD,
} as const satisfies OptionRows;
