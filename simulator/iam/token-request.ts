import { z } from "zod";
import { iamRefusal } from "../answers/refusal";

const idOrName = z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]);

const password = z.object({
  password: z.object({
    user: z.union([
      z.object({ id: z.string(), password: z.string() }),
      z.object({ name: z.string(), password: z.string(), domain: idOrName }),
    ]),
  }),
});

/** The table has an id only, its text lets choose between id and name (IAM, password and virtual MFA). */
const totp = z.object({
  totp: z.object({
    user: z.union([
      z.object({ id: z.string(), passcode: z.string() }),
      z.object({ name: z.string(), passcode: z.string() }),
    ]),
  }),
});

/** `agency_name` in the table, `xrole_name` in the sample and in the SDKs (IAM). */
const assumeRole = z.object({
  assume_role: z
    .object({
      domain_id: z.string().optional(),
      domain_name: z.string().optional(),
      agency_name: z.string().optional(),
      xrole_name: z.string().optional(),
      duration_seconds: z.int().optional(),
    })
    .transform(({ domain_id: id, domain_name: name, agency_name, xrole_name, duration_seconds: duration }, context) => {
      const agency = xrole_name ?? agency_name;
      const domain = id === undefined ? (name === undefined ? undefined : { name }) : { id };
      if (agency !== undefined && domain !== undefined) return { agency, domain, duration };
      context.addIssue({ code: "custom", message: "a domain and an agency are needed" });
      return z.NEVER;
    }),
});

const token = z.object({
  token: z.object({ id: z.string().optional(), duration_seconds: z.int().optional() }).default({}),
});

const tokenRequest = z.object({
  auth: z.object({
    identity: z.looseObject({ methods: z.array(z.string()).min(1) }),
    scope: z
      .object({
        project: z
          .union([z.object({ id: z.string() }), z.object({ name: z.string(), domain: idOrName.optional() })])
          .optional(),
        domain: idOrName.optional(),
      })
      .default({}),
  }),
});

export type Named = z.output<typeof idOrName>;
export type Scope = z.output<typeof tokenRequest>["auth"]["scope"];
type UserClaim = z.output<typeof password>["password"]["user"];
type PasscodeClaim = z.output<typeof totp>["totp"]["user"];

/** Who somebody says to be, and how it is to be proved. `duration`: seconds, where temporary keys are wanted. */
export type Claim =
  | { readonly by: "password"; readonly user: UserClaim; readonly passcode: PasscodeClaim | undefined }
  | {
      readonly by: "assume_role";
      readonly agency: string;
      readonly domain: Named;
      readonly duration: number | undefined;
    }
  | { readonly by: "token"; readonly id: string | undefined; readonly duration: number | undefined };

/** Reads the body of a request for a token or for temporary keys (IAM). Throws IAM's 400 when it is neither. */
export function readTokenRequest(body: string): { claim: Claim; scope: Scope } {
  const { identity, scope } = read(tokenRequest, parse(body), []).auth;
  return { claim: readClaim(identity), scope };
}

function readClaim(identity: { methods: string[] }): Claim {
  const path = ["auth", "identity"];
  switch (identity.methods.toSorted().join("+")) {
    case "password":
      return { by: "password", user: read(password, identity, path).password.user, passcode: undefined };
    case "password+totp": {
      const { user } = read(password, identity, path).password;
      return { by: "password", user, passcode: read(totp, identity, path).totp.user };
    }
    case "assume_role":
      return { by: "assume_role", ...read(assumeRole, identity, path).assume_role };
    case "token": {
      const { id, duration_seconds: duration } = read(token, identity, path).token;
      return { by: "token", id, duration };
    }
    default:
      throw invalid([...path, "methods"]);
  }
}

/** Unknown members are let pass, as IAM does. */
function read<Schema extends z.ZodType>(schema: Schema, given: unknown, path: readonly string[]): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalid([...path, ...(result.error.issues[0]?.path ?? [])]);
}

function invalid(path: readonly PropertyKey[]) {
  return iamRefusal(400, `The request body is invalid${path.length === 0 ? "" : ` at ${path.join(".")}`}.`);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
