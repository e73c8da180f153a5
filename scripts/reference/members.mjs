import ts from "typescript";
import { docOf } from "./docs.mjs";

const printer = ts.createPrinter({ removeComments: true });

/** A field of a class or an interface; `of` is the interface that declares it. */
export function memberOf(symbol, checker) {
  const node = symbol.declarations?.[0];
  const type = node?.type ? typeText(node.type) : checker.typeToString(checker.getTypeOfSymbol(symbol));
  const told = type.replace(/ \| undefined$/, "");
  return {
    name: symbol.name,
    type: told,
    optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0 || told !== type,
    of: node?.parent?.name?.text,
    ...docOf(symbol, checker),
  };
}

/** A function, a method or a constructor. */
export function callOf(node, checker) {
  const symbol = ts.isConstructorDeclaration(node) ? node.symbol : checker.getSymbolAtLocation(node.name);
  const signature = checker.getSignatureFromDeclaration(node);
  const isStatic = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
  return {
    name: ts.isConstructorDeclaration(node) ? "constructor" : symbol.name,
    isStatic,
    returns: node.type ? text(node.type) : checker.typeToString(signature.getReturnType()),
    parameters: node.parameters.map((parameter) => ({
      name: parameter.name.getText(),
      type: text(parameter.type),
      optional: parameter.initializer !== undefined || parameter.questionToken !== undefined,
    })),
    ...docOf(symbol, checker),
  };
}

/** A type as it is written, without Pulumi's Input and Output around its parts. */
function typeText(node) {
  const { transformed } = ts.transform(node, [
    (context) => {
      const visit = (part) =>
        isLifted(part) ? ts.visitNode(part.typeArguments[0], visit) : ts.visitEachChild(part, visit, context);
      return visit;
    },
  ]);
  return oneLine(printer.printNode(ts.EmitHint.Unspecified, transformed[0], node.getSourceFile()));
}

function isLifted(node) {
  return ts.isTypeReferenceNode(node) && /^pulumi\.(Input|Output)$/.test(node.typeName.getText());
}

function text(node) {
  return oneLine(node.getText());
}

function oneLine(words) {
  return words.replace(/\s+/g, " ");
}
