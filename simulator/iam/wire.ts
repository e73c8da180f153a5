import { isoTimeMicro } from "../timestamps";
import type { Domain, Project } from "../world/people";
import { POLICY_NAMES } from "../world/roles";
import type { TemporaryKey } from "./temporary-keys";
import type { Token } from "./tokens";

/** Where this simulator was called, its region, and by how much its clock is ahead, in milliseconds. */
export interface Surroundings {
  readonly origin: string;
  readonly region: string;
  readonly skew: number;
}

/** The body that goes with `X-Subject-Token` (IAM). `catalog`: whether it is wanted. */
export function tokenBody(token: Token, { catalog }: { catalog: boolean }, surroundings: Surroundings) {
  const { user, project, methods, issuedAt, expiresAt } = token;
  const { skew } = surroundings;
  const domain = reference(user.domain);
  const { assumedBy } = user;
  return {
    token: {
      methods,
      issued_at: isoTimeMicro(issuedAt + skew),
      expires_at: isoTimeMicro(expiresAt + skew),
      user: { ...reference(user), domain, password_expires_at: "" },
      ...(project === null ? { domain } : { project: { ...reference(project), domain: reference(project.domain) } }),
      roles: [{ id: "0", name: POLICY_NAMES[user.role] }],
      ...(catalog && { catalog: project === null ? [] : catalogOf(project, surroundings) }),
      ...(assumedBy !== null && {
        assumed_by: { user: { ...reference(assumedBy), domain: reference(assumedBy.domain) } },
      }),
    },
  };
}

/** The answer to `POST /v3.0/OS-CREDENTIAL/securitytokens` (IAM). */
export function credentialBody({ accessKey, secretKey, securityToken, expiresAt }: TemporaryKey, skew: number) {
  const expires_at = isoTimeMicro(expiresAt + skew);
  return { credential: { access: accessKey, secret: secretKey, securitytoken: securityToken, expires_at } };
}

/** `GET /v3/projects` and `GET /v3/auth/projects` (IAM). */
export function projectsBody(projects: readonly Project[], self: string) {
  return {
    projects: projects.map(({ id, name, domain }) => ({
      id,
      name,
      domain_id: domain.id,
      parent_id: domain.id,
      description: "",
      enabled: true,
      is_domain: false,
      links: { self: new URL(`/v3/projects/${id}`, self).href },
    })),
    links: links(self),
  };
}

/** `GET /v3/auth/domains` (IAM). */
export function domainsBody({ id, name }: Domain, self: string) {
  const domain = { id, name, description: "", enabled: true, links: { self: new URL(`/v3/domains/${id}`, self).href } };
  return { domains: [domain], links: links(self) };
}

/** `GET /v3/auth/catalog` (IAM). */
export function catalogBody(project: Project, self: string, surroundings: Surroundings) {
  return { catalog: catalogOf(project, surroundings), links: links(self) };
}

/** The catalog publishes v1.0 only, as type `dcsv1` (GTC, R&E). */
function catalogOf(project: Project, { region, origin }: Surroundings) {
  const url = `${origin}/v1.0/${project.id}`;
  const endpoints = [{ id: "dcsv1-public", interface: "public", region, region_id: region, url }];
  return [{ type: "dcsv1", name: "dcsv1", id: "dcsv1", endpoints }];
}

function reference({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

function links(self: string) {
  return { self, next: null, previous: null };
}
