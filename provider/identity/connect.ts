import { createHash } from "node:crypto";
import type { Clock, Dice } from "../clock";
import { caller } from "../dcs/call";
import { dcsClient } from "../dcs/client";
import type { Connect, Connection, PlaceArguments, Tell } from "../dcs/connection";
import type { Send, Transport } from "../dcs/exchange";
import { type Gate, gateOf } from "../dcs/gate";
import type { Agency, Credentials } from "./credentials";
import { Experience } from "./experience";
import { type Chosen, findCredentials } from "./find-credentials";
import { Identity } from "./identity";
import { findPlace, type Place } from "./place";
import { ServiceTime } from "./skew";
import { Standing } from "./standing";
import type { Surroundings } from "./sources";
import { findReach, type Reach } from "./transport";

/** What connections are made of. */
export interface Means {
  readonly sendBy: (transport: Transport) => Send;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly surroundings: Surroundings;
}

/** What would be used for a resource with these arguments, found in all sources; nothing is asked for yet. */
export interface Plan {
  readonly chosen: Chosen;
  readonly place: Place;
  readonly reach: Reach;
}

/** Throws a sentence on whatever is missing or wrong. */
export function planFor(args: PlaceArguments, surroundings: Surroundings): Plan {
  const chosen = findCredentials(args.cloud, surroundings);
  const place = findPlace(args, chosen.where);
  return { chosen, place, reach: findReach(chosen.where, surroundings) };
}

/** A plan, and who will carry it out; still nothing is asked for. */
export interface Opened {
  readonly plan: Plan;
  readonly identity: Identity;
  /** Finds the project's ID where only its name is known. */
  connect(): Promise<Connection>;
}

/**
 * Builds a {@link Connect} whose connections share what is costly or has to be asked once: tokens and the verdict on
 * credentials, by the credentials themselves, whatever resource and place they are used for.
 */
export function connector(means: Means): Connect {
  const open = opener(means);
  return async (args, tell) => open(args, tell).connect();
}

/** The same in two steps. */
export function opener({ sendBy, clock, dice, surroundings }: Means): (args: PlaceArguments, tell?: Tell) => Opened {
  const once = memory();
  const time = new ServiceTime(clock);
  const gate = (service: string): Gate => once(`gate ${service}`, () => gateOf(clock, dice));
  const warned = new Set<string>();

  /** What does not change within a process: the files and the environment are read once for each place that is named. */
  const prepare = (args: PlaceArguments) => {
    const plan = planFor(args, surroundings);
    const { chosen, place, reach } = plan;
    const { proxyFor, ...way } = reach.transport;
    const send = once(fingerprint("send", way), () => sendBy(reach.transport));
    const authUrl = place.authUrl?.value;
    const means = { send, clock, dice, time, gateOf: gate, authUrl };
    const { credentials, fallback } = chosen;
    const sameAs = ({ base, agency }: Credentials) => fingerprint("same", base, agency, way, authUrl);
    const standing = (held: Credentials) => {
      const known = once(sameAs(held), () => new Experience(clock));
      return once(fingerprint("standing", held, way, authUrl), () => new Standing(held, means, known));
    };
    const second = fallback && sameAs(fallback) !== sameAs(credentials) ? standing(fallback) : undefined;
    const identity = once(
      fingerprint("identity", credentials, fallback, way, authUrl),
      () => new Identity(standing(credentials), second),
    );
    return { plan, send, identity };
  };

  return (args, tell) => {
    const { region, projectId, endpoint, apiVersion, cloud } = args;
    const named = fingerprint("prepared", region, projectId, endpoint, apiVersion, cloud);
    const { plan, send, identity } = once(named, () => prepare(args));
    const { chosen, place, reach } = plan;
    const { warning } = reach;
    if (warning !== undefined && tell && !warned.has(warning)) {
      warned.add(warning);
      tell.warn(warning);
    }
    const connect = async (): Promise<Connection> => {
      const project = projectOf(args, place, chosen.credentials.agency);
      const projectId = "id" in project ? project.id : await identity.project(project.name);
      const authorizer = identity.authorizer(new URL(place.endpoint.value).origin, projectId);
      const notice = tell?.say;
      const call = caller({ send, dice, authorizer, gate: gate(place.endpoint.value), ...(notice ? { notice } : {}) });
      const target = { endpoint: place.endpoint.value, projectId, apiVersion: place.apiVersion };
      return { client: dcsClient(call, target), region: place.region.value, projectId, endpoint: target.endpoint };
    };
    return { plan, identity, connect };
  };
}

/** The project's name is the region's unless told otherwise: each region has one project of that name. */
function projectOf(args: PlaceArguments, place: Place, agency: Agency | undefined) {
  const { projectId, projectName, region } = place;
  // An agency lends a project of its own domain: those of the user's own are configured for other tools.
  if (agency?.project !== undefined && args.projectId === undefined) return { name: agency.project };
  return projectId ? { id: projectId.value } : { name: projectName?.value ?? region.value };
}

/** Makes each thing once, by its key. */
function memory() {
  const known = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as T; // a key is used for one kind of thing
  };
}

/** A key that tells credentials apart without being them. */
function fingerprint(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
