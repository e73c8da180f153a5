import { isoTimeMicro } from "../timestamps";
import type { Domain, Project } from "../world/people";
import type { World } from "../world/world";
import type { Token } from "./tokens";

/** The body that goes with `X-Subject-Token` (IAM). `origin`: where this simulator was called. */
export function tokenBody({ user, project, issuedAt, expiresAt }: Token, world: World, origin: string) {
  const domain = domainReference(world.domain);
  return {
    token: {
      methods: ["password"],
      issued_at: isoTimeMicro(issuedAt),
      expires_at: isoTimeMicro(expiresAt),
      user: { id: user.id, name: user.name, domain, password_expires_at: "" },
      ...(project === null ? { domain } : { project: { ...project, domain } }),
      roles: [{ id: "0", name: "te_admin" }],
      catalog: project === null ? [] : [catalogEntry(project, world.region, origin)],
    },
  };
}

/** `GET /v3/projects` (IAM). */
export function projectsBody(projects: readonly Project[], { domain }: World, self: string) {
  return {
    projects: projects.map(({ id, name }) => ({
      id,
      name,
      domain_id: domain.id,
      parent_id: domain.id,
      description: "",
      enabled: true,
      is_domain: false,
      links: { self: new URL(`/v3/projects/${id}`, self).href },
    })),
    links: { self, next: null, previous: null },
  };
}

/** The catalog publishes v1.0 only, as type `dcsv1` (GTC, R&E). */
function catalogEntry(project: Project, region: string, origin: string) {
  const url = `${origin}/v1.0/${project.id}`;
  return {
    type: "dcsv1",
    name: "dcsv1",
    id: "dcsv1",
    endpoints: [{ id: "dcsv1-public", interface: "public", region, region_id: region, url }],
  };
}

function domainReference({ id, name }: Domain) {
  return { id, name };
}
