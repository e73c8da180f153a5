import type { Tell } from "../dcs/connection";
import { DcsError } from "../errors";
import { refusalOfNode } from "../node-version";
import type { Lookups } from "./behaviour";

/** The lookups of a program whose stack has this configuration; its keys are such as `dcs:region`. */
export async function openLookups(config: Readonly<Record<string, string>>, tell: Tell): Promise<Lookups> {
  const refusal = refusalOfNode(process.versions.node);
  if (refusal !== undefined) throw new DcsError("bad-configuration", refusal);
  // Not before it is needed: an older Node.js cannot load it, and would only say so in riddles.
  const { lookupsOf } = await import("./over-http.js");
  return lookupsOf(config, tell);
}
