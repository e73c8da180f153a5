import { iamRefusal } from "../answers/refusal";
import type { Actor, Project } from "../world/people";
import { isDomain } from "./prove";
import type { Scope } from "./token-request";

/**
 * The project that a scope names; null for a domain, or for no scope, which means the domain too. A project wins over a
 * domain; its name alone is looked for in the actor's own domain (IAM). What is not the actor's is refused with 401.
 */
export function scopedProject({ projects, domain }: Actor, scope: Scope): Project | null {
  const { project: wanted } = scope;
  if (wanted === undefined) {
    if (scope.domain !== undefined && !isDomain(domain, scope.domain)) {
      throw iamRefusal(401, "The user has no access to the domain.");
    }
    return null;
  }
  const project = projects.find((candidate) =>
    "id" in wanted
      ? candidate.id === wanted.id
      : candidate.name === wanted.name && (wanted.domain === undefined || isDomain(candidate.domain, wanted.domain)),
  );
  if (project === undefined) throw iamRefusal(401, "The user has no access to the project.");
  return project;
}
