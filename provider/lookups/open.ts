import { DcsError } from "../errors";
import { refusalOfNode } from "../node-version";
import type { Lookups } from "./behaviour";

const opened = new Map<string, Promise<Lookups>>();

/**
 * The lookups of a program whose stack has this configuration; its keys are such as `dcs:region`.
 *
 * All calls with the same configuration share their tokens and connections. Several stacks may run in one process (Pulumi's
 * Automation API): another configuration never uses these.
 */
export function openLookups(config: Readonly<Record<string, string>>): Promise<Lookups> {
  const ours = Object.entries(config).filter(([key]) => key.startsWith("dcs:"));
  const key = JSON.stringify(ours.sort());
  const lookups = opened.get(key) ?? load(new Map(ours));
  opened.set(key, lookups);
  return lookups;
}

/** Not before it is needed: an older Node.js cannot load what follows, and would only say so in riddles. */
async function load(config: ReadonlyMap<string, string>): Promise<Lookups> {
  const refusal = refusalOfNode(process.versions.node);
  if (refusal !== undefined) throw new DcsError("bad-configuration", refusal);
  const { lookupsOver } = await import("./over-http.js");
  return lookupsOver(config);
}
