import { z } from "zod";
import type { Clock } from "../clock";
import type { Call } from "../dcs/call";
import { unreadable } from "../dcs/call";
import type { HttpRequest } from "../dcs/exchange";
import { jsonOf } from "../dcs/json";
import type { PasswordUser } from "./credentials";

/** A token, the project that it is scoped to, and when it ends (milliseconds since 1970). */
export interface Token {
  readonly value: string;
  readonly projectId: string;
  readonly expiresAt: number;
}

/** The project to scope a token to: by ID, or by name within the user's domain. */
export type Scope = { readonly id: string } | { readonly name: string };

/** IAM API reference, "Obtaining a User Token Through Password Authentication". */
const TokenBody = z.object({ token: z.object({ expires_at: z.string(), project: z.object({ id: z.string() }) }) });

/** A first use of a password must not hang: IAM answers at once or not at all. Milliseconds. */
const PATIENCE = 60_000;

/**
 * Asks IAM for a token that is scoped to one project.
 *
 * Throws `credentials-refused` when IAM refuses user, password, domain or project.
 */
export async function requestToken(
  call: Call,
  authUrl: string,
  user: PasswordUser,
  scope: Scope,
  clock: Clock,
): Promise<Token> {
  const project = "id" in scope ? `project ${scope.id}` : `project "${scope.name}"`;
  const what = `get a token of IAM for user "${user.userName}" of domain "${user.domainName}" in ${project}`;
  const request: HttpRequest = {
    method: "POST",
    url: `${authUrl}/auth/tokens?nocatalog=true`,
    headers: { "content-type": "application/json;charset=utf8" },
    idempotent: true,
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: user.userName, password: user.password, domain: { name: user.domainName } } },
        },
        scope: { project: scope },
      },
    }),
  };
  const deadline = clock.now() + PATIENCE;
  // The token is everybody's: one caller's stop must not take it from the others.
  const answer = await call(what, request, { clock, deadline, signal: new AbortController().signal });
  const value = answer.headers["x-subject-token"];
  const body = TokenBody.safeParse(jsonOf(answer.body));
  if (!value || !body.success) throw unreadable(what, answer);
  const { expires_at: expires, project: scoped } = body.data.token;
  const expiresAt = Date.parse(expires);
  if (Number.isNaN(expiresAt)) throw unreadable(what, answer);
  return { value, projectId: scoped.id, expiresAt };
}
