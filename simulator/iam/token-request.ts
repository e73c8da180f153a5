import { z } from "zod";
import { iamRefusal } from "../answers/refusal";

const idOrName = z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]);

/** The body of `POST /v3/auth/tokens` with a password (IAM). Unknown members are let pass, as IAM does. */
const tokenRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.tuple([z.literal("password")]),
      password: z.object({
        user: z.union([
          z.object({ id: z.string(), password: z.string() }),
          z.object({ name: z.string(), password: z.string(), domain: idOrName }),
        ]),
      }),
    }),
    scope: z
      .object({
        project: z
          .union([z.object({ id: z.string() }), z.object({ name: z.string(), domain: idOrName.optional() })])
          .optional(),
        domain: idOrName.optional(),
      })
      .optional(),
  }),
});

type TokenRequest = z.output<typeof tokenRequest>["auth"];
export type Named = z.output<typeof idOrName>;
export type UserClaim = TokenRequest["identity"]["password"]["user"];
export type ProjectScope = NonNullable<NonNullable<TokenRequest["scope"]>["project"]>;

/** Throws IAM's 400 when the body is not a password request. */
export function readTokenRequest(body: string): { user: UserClaim; project: ProjectScope | undefined } {
  const result = tokenRequest.safeParse(parse(body));
  if (!result.success) {
    const path = result.error.issues[0]?.path.join(".") ?? "";
    throw iamRefusal(400, `The request body is invalid${path === "" ? "" : ` at ${path}`}.`);
  }
  const { identity, scope } = result.data.auth;
  return { user: identity.password.user, project: scope?.project };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
