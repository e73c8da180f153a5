import type { Clock, Dice } from "../clock";
import { caller } from "../dcs/call";
import { dcsClient } from "../dcs/client";
import type { Connect, Connection } from "../dcs/connection";
import type { Send } from "../dcs/exchange";
import { type Gate, gateOf } from "../dcs/gate";
import { DcsError } from "../errors";
import { keyAuthorizer, noAuthorizer, tokenAuthorizer } from "./authorizers";
import { findCredentials, type PasswordUser } from "./credentials";
import { findPlace, type Place } from "./place";
import type { Sources } from "./settings";
import type { AccessKeys } from "./signer";
import { requestToken, type Scope } from "./token";

interface Means {
  readonly send: Send;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly sources: Sources;
}

/**
 * Builds a {@link Connect} whose connections to one place share their token, whether the place was given by argument, by
 * configuration or by the state. A connection that failed is tried anew.
 */
export function connector(means: Means): Connect {
  const connections = new Map<string, Promise<Connection>>();
  const gates = new Map<string, Gate>();
  return async (args) => {
    const place = findPlace(args, means.sources);
    const { region, endpoint, apiVersion, projectId, projectName } = place;
    const key = keyOf(region, endpoint, apiVersion, projectId?.value ?? `name ${projectName?.value ?? region}`);
    const known = connections.get(key);
    if (known) return known;
    const gate = gates.get(endpoint) ?? gateOf(means.clock, means.dice);
    gates.set(endpoint, gate);
    const opening = open(place, gate, means);
    connections.set(key, opening);
    try {
      const connection = await opening;
      connections.set(keyOf(region, endpoint, apiVersion, connection.projectId), opening);
      return connection;
    } catch (error) {
      connections.delete(key);
      throw error;
    }
  };
}

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);

async function open(place: Place, gate: Gate, means: Means): Promise<Connection> {
  const credentials = findCredentials(means.sources);
  const { authorizer, projectId } =
    credentials.kind === "keys"
      ? withKeys(place, credentials.keys, credentials.from, means)
      : await withPassword(place, credentials.user, credentials.from, means);
  const { region, endpoint, apiVersion } = place;
  const call = caller({ ...means, authorizer, gate });
  return { client: dcsClient(call, { endpoint, projectId, apiVersion }), region, projectId, endpoint };
}

function withKeys(place: Place, keys: AccessKeys, from: string, { clock }: Means) {
  if (!place.projectId) {
    throw new DcsError(
      "bad-configuration",
      `Access keys (from ${from}) need the ID of the project; its name is not enough. Give the argument projectId, or the configuration dcs:projectId, or the environment variable OS_PROJECT_ID.`,
    );
  }
  const projectId = place.projectId.value;
  return { authorizer: keyAuthorizer(keys, projectId, from, clock), projectId };
}

/** The project's name is the region's unless told otherwise: each region has one project of that name. */
async function withPassword(place: Place, user: PasswordUser, from: string, means: Means) {
  const { clock } = means;
  const { authUrl, region, projectId, projectName } = place;
  if (!authUrl) {
    throw new DcsError(
      "bad-configuration",
      `The address of IAM in region "${region}" is not known, and a password (from ${from}) needs it. Give the configuration dcs:authUrl or the environment variable OS_AUTH_URL.`,
    );
  }
  const description = `user "${user.userName}" of domain "${user.domainName}" from ${from}`;
  const scope: Scope = projectId ? { id: projectId.value } : { name: projectName?.value ?? region };
  const iam = caller({ ...means, authorizer: noAuthorizer(description), gate: gateOf(clock, means.dice) });
  const authorizer = tokenAuthorizer(() => requestToken(iam, authUrl, user, scope, clock), description, clock);
  return { authorizer, projectId: projectId?.value ?? (await authorizer.current()).projectId };
}
