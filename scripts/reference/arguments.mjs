/**
 * Which interfaces hold arguments, and whose: of a `resource`, where a change does something to the cloud, or of a `lookup`.
 *
 * @param {import("./surface.d.mts").Surface} surface
 * @returns {Map<string, "resource" | "lookup">}
 */
export function argumentsOf(surface) {
  const roles = new Map();
  for (const { kind, calls } of surface.values()) {
    for (const { type } of calls.flatMap(({ parameters }) => parameters))
      give(type, kind === "class" ? "resource" : "lookup");
  }
  return roles;

  /** An argument may be an object of arguments. */
  function give(type, role) {
    for (const [name] of type.matchAll(/\w+/g)) {
      const declared = surface.get(name);
      if (declared?.kind !== "interface" || roles.has(name)) continue;
      roles.set(name, role);
      for (const member of declared.members) give(`${member.of} ${member.type}`, role);
    }
  }
}
