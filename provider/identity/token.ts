import { z } from "zod";
import type { Clock } from "../clock";
import type { Call } from "../dcs/call";
import { unreadable } from "../dcs/call";
import type { HttpRequest } from "../dcs/exchange";
import { jsonOf } from "../dcs/json";
import type { Patience } from "../waiter";
import type { Agency, PasswordUser, Reference } from "./credentials";

/** A token, and how long it is good for. */
export interface Token {
  readonly value: string;
  /** The project that it is scoped to, if it is. */
  readonly projectId: string | undefined;
  /** Milliseconds from its issue to its end, both by IAM's clock: this machine's may be hours off. */
  readonly life: number;
}

/** What a token shall be good for: a project by ID, or by name within a domain; a whole domain; or nothing in particular. */
export type Scope =
  { readonly project: Reference & { readonly domain?: Reference } } | { readonly domain: Reference } | undefined;

/** IAM API reference, "Obtaining a User Token Through Password Authentication". */
const TokenBody = z.object({
  token: z.object({
    issued_at: z.string().optional(),
    expires_at: z.string(),
    project: z.object({ id: z.string() }).optional(),
  }),
});

/** A first use of a password must not hang: IAM answers at once or not at all. Milliseconds. */
const PATIENCE = 60_000;

/** How one asks IAM: its base URL, and the call that bears what the request itself does not hold. */
export interface Iam {
  readonly call: Call;
  readonly authUrl: string;
  readonly clock: Clock;
}

/**
 * Asks IAM for a token of a user.
 *
 * Throws `credentials-refused` when IAM refuses user, password, domain or project.
 */
export function requestToken(user: PasswordUser, who: string, scope: Scope, iam: Iam): Promise<Token> {
  const { passcode } = user;
  // IAM counts a second use of a passcode as a failed try.
  const idempotent = passcode === undefined;
  const password = { user: { ...user.user, password: user.password } };
  const identity =
    passcode === undefined
      ? { methods: ["password"], password }
      : { methods: ["password", "totp"], password, totp: { user: { ...user.user, passcode } } };
  const secrets = [user.password, ...(passcode === undefined ? [] : [passcode])];
  return request(`get a token of IAM for ${who}${inProject(scope)}`, { identity, scope, secrets, idempotent }, iam);
}

/** Asks IAM for a token of an agency; the call bears a token of somebody who may take it on. */
export function assumeAgency(agency: Agency, who: string, scope: Scope, iam: Iam): Promise<Token> {
  const domain = "id" in agency.domain ? { domain_id: agency.domain.id } : { domain_name: agency.domain.name };
  // The reference's table calls it agency_name; its sample and all known clients send xrole_name.
  const identity = { methods: ["assume_role"], assume_role: { ...domain, xrole_name: agency.name } };
  return request(
    `get a token of IAM for ${who}${inProject(scope)}`,
    { identity, scope, secrets: [], idempotent: true },
    iam,
  );
}

interface Wish {
  readonly identity: object;
  readonly scope: Scope;
  /** What of it no message may hold. */
  readonly secrets: readonly string[];
  readonly idempotent: boolean;
}

async function request(what: string, { identity, scope, secrets, idempotent }: Wish, iam: Iam): Promise<Token> {
  const { call, authUrl, clock } = iam;
  const asked: HttpRequest = {
    method: "POST",
    url: `${authUrl}/auth/tokens?nocatalog=true`,
    headers: { "content-type": "application/json;charset=utf8" },
    ...(idempotent ? { idempotent } : {}),
    secrets,
    body: JSON.stringify({ auth: { identity, ...(scope ? { scope } : {}) } }),
  };
  const answer = await call(what, asked, patient(clock));
  const value = answer.headers["x-subject-token"];
  const body = TokenBody.safeParse(jsonOf(answer.body));
  if (!value || !body.success) throw unreadable(what, answer);
  const { issued_at: issued, expires_at: expires, project } = body.data.token;
  const life = Date.parse(expires) - (issued === undefined ? clock.now() : Date.parse(issued));
  if (Number.isNaN(life)) throw unreadable(what, answer);
  return { value, projectId: project?.id, life };
}

/** What is asked of IAM is everybody's: one caller's stop must not take it from the others. */
export function patient(clock: Clock): Patience {
  return { clock, deadline: clock.now() + PATIENCE, signal: new AbortController().signal };
}

function inProject(scope: Scope): string {
  if (!scope || !("project" in scope)) return "";
  return "id" in scope.project ? ` in project ${scope.project.id}` : ` in project "${scope.project.name}"`;
}

/** Tells scopes apart. */
export function keyOf(scope: Scope): string {
  const parts: readonly (Reference | undefined)[] = !scope
    ? []
    : "project" in scope
      ? [scope.project, scope.project.domain]
      : [scope.domain];
  return JSON.stringify(parts);
}
