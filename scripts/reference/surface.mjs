import { join, resolve } from "node:path";
import ts from "typescript";
import { root } from "../setup/places.mjs";
import { docOf, moduleDocOf } from "./docs.mjs";
import { callOf, memberOf } from "./members.mjs";

/** What this package makes public. */
export function packageSurface() {
  return publicSurface("provider/index.ts");
}

/**
 * What a package makes public, by name, as its sources tell it.
 *
 * @param {string} entry the front door, such as `provider/index.ts`
 * @returns {import("./surface.d.mts").Surface}
 */
export function publicSurface(entry) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const door = resolve(root, entry);
  const program = ts.createProgram([door], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(door));
  const symbols = checker.getExportsOfModule(module).map((symbol) => {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  });
  return new Map(symbols.map((symbol) => [symbol.name, declared(symbol, checker)]));
}

function declared(symbol, checker) {
  const [node] = symbol.declarations;
  const shape = SHAPES.find(([is]) => is(node))?.[1];
  if (shape === undefined) throw new Error(`${symbol.name} is neither class, interface, type, function nor constant.`);
  const module = moduleDocOf(node.getSourceFile());
  return {
    name: symbol.name,
    module,
    ...docOf(symbol, checker),
    members: [],
    calls: [],
    ...shape(node, symbol, checker),
  };
}

/** What a declaration is, and what it consists of. */
const SHAPES = [
  [
    ts.isClassDeclaration,
    (node, symbol, checker) => ({
      kind: "class",
      members: node.members
        .filter((member) => ts.isPropertyDeclaration(member) && !isHidden(member))
        .map((member) => memberOf(checker.getSymbolAtLocation(member.name), checker)),
      calls: node.members
        .filter(
          (member) => (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) && !isHidden(member),
        )
        .map((member) => callOf(member, checker)),
    }),
  ],
  [
    ts.isInterfaceDeclaration,
    (_, symbol, checker) => ({
      kind: "interface",
      members: checker
        .getDeclaredTypeOfSymbol(symbol)
        .getProperties()
        .map((member) => memberOf(member, checker)),
    }),
  ],
  [ts.isFunctionDeclaration, (node, _, checker) => ({ kind: "function", calls: [callOf(node, checker)] })],
  [ts.isTypeAliasDeclaration, (node) => ({ kind: "type", type: node.getText().replace(/^export /, "") })],
  [ts.isVariableDeclaration, () => ({ kind: "constant" })],
];

function isHidden(member) {
  return (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}
