import ts from "typescript";
import { ARROWS, placeOf, roomOf } from "./house";
import { type Import, importsOf, nodesOf, parse, type Source, UNREADABLE } from "./imports";

/** A rule says for one source what is wrong with it, a sentence each; nothing when all is well. */
export type Rule = (source: Source) => string[];

const MOST_LINES = 250;

export const noLongFile: Rule = ({ path, text }) => {
  const lines = text.replace(/\n$/, "").split("\n").length;
  return lines > MOST_LINES ? [`${path} has ${lines} lines; a file has at most ${MOST_LINES}.`] : [];
};

export const everyImportIsReadable: Rule = (source) =>
  importsOf(source).some(({ from }) => from === UNREADABLE)
    ? [`${source.path} imports a module whose name is worked out at run time; name it.`]
    : [];

export const everyFileHasARoom: Rule = ({ path }) =>
  isProvider(path) && roomOf(path) === undefined ? [`${path} has no room; give it one in test/rooms/house.ts.`] : [];

export const noRoomKnowsTheOneAbove: Rule = (source) => {
  const room = isProvider(source.path) ? roomOf(source.path) : undefined;
  if (room === undefined) return [];
  const { uses, knows } = ARROWS[room];
  return importsOf(source).flatMap(({ from, typeOnly }) => {
    const place = placeOf(source.path, from);
    const target = place !== undefined && isProvider(place) ? roomOf(place) : undefined;
    if (target === undefined || target === room || uses.includes(target)) return [];
    if (knows.includes(target) && typeOnly) return [];
    return [`${source.path} (${room}) must not ${typeOnly ? "know" : "use"} ${from} (${target}).`];
  });
};

export const simulatorAndProviderAreStrangers: Rule = (source) => {
  const own = ["provider", "simulator"].find((folder) => source.path.startsWith(`${folder}/`));
  if (own === undefined) return [];
  return importsOf(source)
    .filter(({ from }) => placeOf(source.path, from)?.startsWith(`${own}/`) === false)
    .map(({ from }) => `${source.path} must not import ${from}: ${own}/ imports nothing of the repository but itself.`);
};

/** `host/` speaks to the engine itself, with Pulumi's protocol and Pulumi's copy of grpc, and needs nothing else of it. */
export const onlyFrontRoomsRunPulumi: Rule = (source) => {
  const room = roomOf(source.path);
  if (!isProvider(source.path) || room === "front room") return [];
  const isFree = ({ from, typeOnly }: Import) =>
    typeOnly || !/^@(pulumi|grpc)\//.test(from) || (room === "host" && /^@pulumi\/pulumi\/proto\/|^@grpc\//.test(from));
  return importsOf(source)
    .filter((imported) => !isFree(imported))
    .map(({ from }) => `${source.path} must not run ${from}; only front rooms do.`);
};

export const onlyHttpImportsGot: Rule = (source) =>
  isProvider(source.path) && source.path !== "provider/dcs/http.ts" && importsOf(source).some(({ from }) => isGot(from))
    ? [`${source.path} must not import got; only provider/dcs/http.ts does.`]
    : [];

export const onlyIdentityReadsTheEnvironment: Rule = (source) =>
  isProvider(source.path) && roomOf(source.path) !== "identity" && nodesOf(parse(source)).some(readsEnvironment)
    ? [`${source.path} must not read process.env; only provider/identity/ does.`]
    : [];

export const onlyTheSignerComputesAnHmac: Rule = (source) =>
  isProvider(source.path) && source.path !== "provider/identity/signer.ts" && nodesOf(parse(source)).some(namesHmac)
    ? [`${source.path} must not compute an HMAC; only provider/identity/signer.ts does.`]
    : [];

function isProvider(path: string): boolean {
  return path.startsWith("provider/");
}

function isGot(from: string): boolean {
  return from === "got" || from.startsWith("got/");
}

/** `process.env`, `process["env"]`, `const { env } = process` and `import { env } from "node:process"`. */
function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "env" && isProcess(node.expression);
  if (ts.isElementAccessExpression(node)) {
    const { argumentExpression: key } = node;
    return ts.isStringLiteralLike(key) && key.text === "env" && isProcess(node.expression);
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    return isProcess(node.initializer) && node.name.elements.some((element) => nameOf(element) === "env");
  }
  if (ts.isImportDeclaration(node) && /["'](node:)?process["']/.test(node.moduleSpecifier.getText())) {
    const names = node.importClause?.namedBindings;
    return (
      names !== undefined && ts.isNamedImports(names) && names.elements.some((element) => nameOf(element) === "env")
    );
  }
  return false;
}

function isProcess(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  return ts.isPropertyAccessExpression(node) ? node.name.text === "process" : node.getText() === "process";
}

function nameOf(element: ts.BindingElement | ts.ImportSpecifier): string {
  return (element.propertyName ?? element.name).getText();
}

function namesHmac(node: ts.Node): boolean {
  return (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && /^createHmac$/.test(node.text);
}
