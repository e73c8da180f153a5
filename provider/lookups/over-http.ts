import { randomInt } from "node:crypto";
import { systemClock } from "../clock";
import type { Tell } from "../dcs/connection";
import { gotSend } from "../dcs/http";
import { connector } from "../identity/connect";
import { processSurroundings } from "../identity/environment";
import { lookupBehaviour, type Lookups } from "./behaviour";

const opened = new Map<string, Lookups>();

/**
 * The lookups of a configuration, in real time and over HTTP.
 *
 * All calls with the same configuration share their tokens and connections. Several stacks may run in one process (Pulumi's
 * Automation API): another configuration never uses these.
 */
export function lookupsOf(config: Readonly<Record<string, string>>, tell: Tell): Lookups {
  const ours = Object.entries(config).filter(([key]) => key.startsWith("dcs:"));
  const key = JSON.stringify(ours.sort());
  const lookups = opened.get(key) ?? lookupsWith(new Map(ours), tell);
  opened.set(key, lookups);
  return lookups;
}

function lookupsWith(config: ReadonlyMap<string, string>, tell: Tell): Lookups {
  const surroundings = processSurroundings((key) => config.get(key));
  const dice = () => randomInt(2 ** 47) / 2 ** 47;
  const connect = connector({ clock: systemClock, dice, sendBy: gotSend, surroundings });
  return lookupBehaviour({ clock: systemClock, connect: (args) => connect(args, tell) });
}
