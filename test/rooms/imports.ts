import ts from "typescript";

/** A source file of the repository; `path` counts from its root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written: a package or a relative path. */
  readonly from: string;
  /** Gone after compilation: it brings a type and nothing that runs. */
  readonly typeOnly: boolean;
}

/** A `require` or `import()` whose module is worked out at run time: no rule can judge it. */
export const UNREADABLE = "(a module named at run time)";

/**
 * Everything a source imports: `import` and `export … from` (also `import type`), `import x = require()`, `require()`,
 * `import()`, `createRequire(…)()` and types such as `import("got").Got`. `require.resolve` only finds, and does not count.
 */
export function importsOf(source: Source): Import[] {
  const file = parse(source);
  const requires = namesOfRequire(file);
  return nodesOf(file).flatMap((node) => importIn(node, requires) ?? []);
}

export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

export function nodesOf(node: ts.Node): ts.Node[] {
  return [node, ...node.getChildren().flatMap(nodesOf)];
}

function importIn(node: ts.Node, requires: ReadonlySet<string>): Import | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeOnlyImport(node.importClause));
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return named(node.moduleSpecifier, node.isTypeOnly || isTypeOnlyExport(node.exportClause));
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return named(node.moduleReference.expression, node.isTypeOnly);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  if (ts.isCallExpression(node) && isRequire(node.expression, requires)) return named(node.arguments[0], false);
  return undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Import {
  const readable = specifier !== undefined && ts.isStringLiteralLike(specifier);
  return { from: readable ? specifier.text : UNREADABLE, typeOnly };
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly);
}

function isTypeOnlyExport(clause: ts.NamedExportBindings | undefined): boolean {
  if (clause === undefined || !ts.isNamedExports(clause)) return false;
  return clause.elements.length > 0 && clause.elements.every((name) => name.isTypeOnly);
}

/** `require`, and whatever `createRequire(…)` was assigned to. */
function namesOfRequire(file: ts.SourceFile): Set<string> {
  const made = nodesOf(file).flatMap((node) =>
    ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isCreateRequire(node.initializer)
      ? [node.name.text]
      : [],
  );
  return new Set(["require", ...made]);
}

function isRequire(callee: ts.Expression, requires: ReadonlySet<string>): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword || isCreateRequire(callee)) return true;
  return ts.isIdentifier(callee) && requires.has(callee.text);
}

function isCreateRequire(node: ts.Node | undefined): boolean {
  if (node === undefined || !ts.isCallExpression(node)) return false;
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && name.text === "createRequire";
}
