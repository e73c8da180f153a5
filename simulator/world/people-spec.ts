import { z } from "zod";
import type { Ids } from "../ids";
import { HEX_ID } from "./id-formats";
import { ROLES } from "./roles";

export function hexId(ids: Ids) {
  return z
    .string()
    .regex(HEX_ID, "give 32 hex characters in lower case, or nothing")
    .default(() => ids.hex());
}

const role = z.enum(ROLES, `give one of ${ROLES.join(", ")}`).default("full");

export function projectSchema(ids: Ids) {
  return z.strictObject({ id: hexId(ids), name: z.string().min(1) });
}

/** A user of the domain; `projects` are names. */
export function userSchema(ids: Ids) {
  return z.strictObject({
    id: hexId(ids),
    name: z.string().min(1),
    ...credentials,
    role,
    mfaSeed: z
      .string()
      .regex(/^[A-Z2-7]{16,}$/, "give at least 16 characters of base32: A to Z and 2 to 7")
      .nullable()
      .default(null),
    agentOperator: z.boolean().default(false),
    projects: z.array(z.string()).min(1),
  });
}

/** An agency of another domain, with the projects of that domain which it opens to the users of ours. */
export function agencySchema(ids: Ids) {
  return z.strictObject({
    id: hexId(ids),
    name: z.string().min(1),
    domain: z.strictObject({ id: hexId(ids), name: z.string().min(1) }),
    role,
    projects: z.array(projectSchema(ids)).min(1),
  });
}

const credentials = {
  password: z.string().min(1),
  accessKey: z.string().regex(/^[A-Za-z0-9]+$/, "give letters and digits"),
  secretKey: z.string().min(1),
};

/** What may become of a user while the simulator runs: other keys or another password, as after a rotation, or rights. */
export const userChangeSchema = z.strictObject({
  ...z.object(credentials).partial().shape,
  role: z.enum(ROLES, `give one of ${ROLES.join(", ")}`).optional(),
});

export type UserChange = z.input<typeof userChangeSchema>;
