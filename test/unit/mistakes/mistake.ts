import type { PlaceArguments } from "../../../provider/dcs/connection";
import type { Given } from "../../support/surroundings";

/** A wrong configuration, and the whole message that it has to lead to. */
export interface Mistake {
  readonly mistake: string;
  readonly given: Given;
  readonly message: string;
  readonly args?: PlaceArguments;
}

/** Stands wherever a secret would stand: no message may hold it. */
export const SECRET = "a-secret-of-this-test";

export const KEYS = { "dcs:accessKey": "AK", "dcs:secretKey": SECRET };
export const PLACE = { "dcs:region": "eu-de", "dcs:projectId": "p" };

export function mistake(what: string, given: Given, message: string, args?: PlaceArguments): Mistake {
  return { mistake: what, given, message, ...(args ? { args } : {}) };
}
