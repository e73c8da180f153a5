import { argumentsOf } from "./arguments.mjs";
import { argumentsTable, outputsTable } from "./fields.mjs";
import { code, linkTo, prose } from "./markdown.mjs";

/** The section of a page for one thing that the package makes public. */
export function section(declared, surface) {
  const told = prose(declared.doc);
  const shape = SECTIONS[declared.kind](declared, surface);
  return [`## ${declared.name}`, told, ...shape].join("\n\n");
}

const SECTIONS = {
  class: ({ name, members, calls }, surface) => [
    ...calls
      .toSorted(constructorFirst)
      .flatMap((call) => [
        typescript(signature(call, name)),
        ...(call.doc ? [prose(call.doc)] : []),
        call.parameters
          .map((parameter) => `- ${code(parameter.name)}: ${prose(call.params[parameter.name] ?? "")}`)
          .join("\n"),
      ]),
    "What it gives, each as an Output:",
    outputsTable(members, surface),
  ],
  function: ({ name, calls: [call] }) => [
    typescript(signature(call, name)),
    ...call.parameters.flatMap(({ name: parameter }) =>
      call.params[parameter] ? [`- ${code(parameter)}: ${prose(call.params[parameter])}`] : [],
    ),
  ],
  interface: (declared, surface) => {
    const role = argumentsOf(surface).get(declared.name);
    if (role === undefined) return [outputsTable(declared.members, surface)];
    const { own, elsewhere } = parted(declared, surface);
    return [
      ...(role === "resource" ? ["Each of them may be an Output."] : []),
      argumentsTable(own, surface),
      ...(elsewhere.length > 0 ? [`And ${elsewhere.join(", ")}.`] : []),
    ];
  },
  type: ({ type }) => [typescript(type)],
  constant: () => [],
};

function constructorFirst(one, other) {
  return Number(other.name === "constructor") - Number(one.name === "constructor");
}

/** What an interface has from one that has a section of its own is told there, unless both are what one function asks. */
function parted({ name, members }, surface) {
  const isOwn = ({ of }) => of === name || /^Get/.test(of);
  const bases = [...new Set(members.filter((member) => !isOwn(member)).map(({ of }) => of))];
  const elsewhere = bases.map((base) => {
    const missing = surface.get(base).members.filter((member) => !members.some((one) => one.name === member.name));
    const without = missing.map((member) => code(member.name)).join(", ");
    return `those of ${linkTo(base)}${without && ` without ${without}`}`;
  });
  return { own: members.filter(isOwn), elsewhere };
}

function signature({ name, isStatic, parameters, returns }, owner) {
  const list = parameters
    .map((parameter) => `${parameter.name}${parameter.optional ? "?" : ""}: ${parameter.type}`)
    .join(", ");
  if (name === "constructor") return `new ${owner}(${list})`;
  return `${isStatic ? `${owner}.${name}` : name}(${list}): ${returns}`;
}

/** No program, so that nobody takes it for one. */
function typescript(text) {
  return `\`\`\`ts signature\n${text}\n\`\`\``;
}
