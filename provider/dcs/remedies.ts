import type { DcsErrorCode } from "../errors";
import { type HttpRequest, isIdempotent } from "./exchange";
import type { Refusal } from "./refusal";
import type { Attempt } from "./retry";

/** The engine keeps the configuration in the state, and gives a destroy or refresh that copy. */
export const STALE_CONFIGURATION =
  "Destroy and refresh use the configuration as of the last pulumi up: after a change of it run pulumi up first, or add --run-program.";

/** Our code for a failure, and what to do next. */
export interface Remedy {
  readonly code: DcsErrorCode;
  readonly next: string;
}

/** For a refusal. `identity` says which credentials were used and where they come from. */
export function remedyOf(refusal: Refusal, identity: string): Remedy {
  switch (refusal.meaning) {
    case "token":
    case "credentials-refused":
      return {
        code: "credentials-refused",
        next: `Check the credentials that were used: ${identity}.${identity.includes("configuration") ? ` ${STALE_CONFIGURATION}` : ""}`,
      };
    case "not-allowed":
      return { code: "not-allowed", next: `Give the identity that was used the permission: ${identity}.` };
    case "wrong-project":
      return {
        code: "project-unknown",
        next: `Check the project ID, and that the credentials that were used belong to it: ${identity}.`,
      };
    case "not-published":
      return {
        code: "api-not-published",
        next: 'If the region has given up this version of the API, choose the other one: the argument apiVersion, or pulumi config set dcs:apiVersion "v2".',
      };
    case "busy":
      return { code: "instance-busy", next: "Run pulumi again when the instance is idle." };
    case "instance-unknown":
      return { code: "instance-unknown", next: `Check the instance ID, the region and the project: ${identity}.` };
    case "instance-malformed":
      return { code: "instance-unknown", next: "Give the instance's ID (a UUID), not its name." };
    case "instance-unsuitable":
      return {
        code: "instance-unsuitable",
        next: "Choose a master/standby, cluster or read/write splitting instance.",
      };
    case "again":
    case "service-failure":
      return { code: "service-failure", next: "Run pulumi again later." };
    case "refused":
      return { code: "refused", next: "Check the arguments of the resource." };
  }
}

/** For no answer at all. */
export function remedyOfSilence(attempt: Extract<Attempt, { kind: "no-answer" }>, request: HttpRequest): Remedy {
  const lost = attempt.failure.arrived === "perhaps" && !isIdempotent(request);
  return {
    code: lost ? "answer-lost" : "unreachable",
    next: "Check the endpoint, the network and any proxy, then run pulumi again.",
  };
}
