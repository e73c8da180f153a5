import { placeOf } from "./contents.mjs";
import { code, prose, table } from "./markdown.mjs";
import { partsOf, unitOf } from "./parts.mjs";

/** The table of some arguments: what each is, its type, its default, its unit, and what a change does. */
export function argumentsTable(members, surface) {
  return table(
    ["Argument", "What it is", "Type", "Unit", "Default", "A change"],
    members.map((member) => {
      const { what, default: byDefault, change } = partsOf(member.doc);
      const example = member.example === undefined ? "" : ` Example: ${member.example}`;
      const told = byDefault || (member.optional ? "" : "required");
      return [
        code(member.name),
        prose(what) + example,
        typeOf(member, surface),
        unitOf(member) ?? "",
        prose(told),
        prose(change),
      ];
    }),
  );
}

/** The table of what something gives. */
export function outputsTable(members, surface) {
  return table(
    ["Output", "What it is", "Type", "Unit"],
    members.map((member) => [
      code(member.name),
      prose(member.doc),
      typeOf(member, surface) + (member.optional ? ", or absent" : ""),
      unitOf(member) ?? "",
    ]),
  );
}

/** A public type that a type leans on is linked. */
function typeOf({ type }, surface) {
  const name = type.match(/\w+/g)?.find((word) => surface.has(word));
  return name === undefined ? code(type) : `[${code(type)}](${placeOf(name)})`;
}
