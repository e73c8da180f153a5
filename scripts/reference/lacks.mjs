import { argumentsOf } from "./arguments.mjs";
import { partsOf, unitOf } from "./parts.mjs";

/**
 * What the docstrings of a public surface leave unsaid, a sentence each: that something is, its default where it may be left
 * out, its unit where it is a number or a time, and what a change does where it is an argument.
 *
 * @param {import("./surface.d.mts").Surface} surface
 */
export function lacksOf(surface) {
  const lacks = [...surface.values()].flatMap((declared) => [
    ...(declared.doc ? [] : [`${declared.name} has no docstring.`]),
    ...declared.members.flatMap((member) => lacksOfMember(member, declared, surface)),
    ...declared.calls.flatMap((call) => lacksOfCall(call, declared, surface)),
  ]);
  return [...new Set(lacks)];
}

function lacksOfMember(member, { name: owner }, surface) {
  const name = `${member.of}.${member.name}`;
  const { default: byDefault, change } = partsOf(member.doc);
  const role = argumentsOf(surface).get(owner);
  const together = partsOf(surface.get(member.of)?.doc ?? "").change;
  return [
    ...(member.doc ? [] : [`${name} has no docstring.`]),
    ...(role && member.optional && !byDefault ? [`${name} does not say its default ("Default: …").`] : []),
    ...(unitOf(member) === "" ? [`${name} does not say its unit.`] : []),
    ...(role === "resource" && !change ? [`${name} does not say what a change does ("A change …").`] : []),
    ...(role === "lookup" && !change && !together
      ? [`Neither ${name} nor ${member.of} says what a change does ("A change …").`]
      : []),
  ];
}

/** What the parameter of a function is, its type tells. */
function lacksOfCall({ name, doc, params, parameters }, { name: owner, kind }, surface) {
  const call = kind === "class" ? `${owner}.${name}` : owner;
  const isMute = kind === "class" && name !== "constructor" && !doc;
  const ofParameters = parameters.flatMap((parameter) => {
    const told = params[parameter.name] ?? (kind === "function" ? doc : "");
    const { default: byDefault } = partsOf(told);
    return [
      ...(told ? [] : [`The parameter ${parameter.name} of ${call} has no docstring.`]),
      ...(parameter.optional && !byDefault && !isTwin(doc, surface)
        ? [`${call} does not say the default of its parameter ${parameter.name} ("Default: …").`]
        : []),
    ];
  });
  return isMute ? [`${call} has no docstring.`, ...ofParameters] : ofParameters;
}

/** `{@link getBackups} for …`: whatever is not said here is said there. */
function isTwin(doc, surface) {
  const [, name] = /^\{@link (\w+)\}/.exec(doc) ?? [];
  return name !== undefined && surface.has(name);
}
