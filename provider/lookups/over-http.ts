import { randomInt } from "node:crypto";
import { systemClock } from "../clock";
import { gotSend } from "../dcs/http";
import { connector } from "../identity/connect";
import { processEnvironment } from "../identity/environment";
import { lookupBehaviour, type Lookups } from "./behaviour";

/** The lookups in real time and over HTTP, with one connection to each place. */
export function lookupsOver(config: ReadonlyMap<string, string>): Lookups {
  const sources = { config: (key: string) => config.get(key), environment: processEnvironment() };
  const dice = () => randomInt(2 ** 47) / 2 ** 47;
  const connect = connector({ clock: systemClock, dice, send: gotSend(), sources });
  return lookupBehaviour({ clock: systemClock, connect });
}
