import { Language, type Node, Parser } from "web-tree-sitter";

/** A Declarative Pipeline: the text of each statement by the path of the blocks around it, such as `pipeline/stages/stage`. */
interface Pipeline {
  /** The lines that are no Groovy. */
  readonly problems: readonly number[];
  readonly statements: readonly { readonly path: string; readonly text: string }[];
}

/** Reads a Jenkinsfile by the grammar of Groovy. What Jenkins makes of the names in it, only a Jenkins can say. */
export async function pipelineOf(jenkinsfile: string): Promise<Pipeline> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve("tree-sitter-groovy/tree-sitter-groovy.wasm")));
  const tree = parser.parse(jenkinsfile);
  if (!tree) throw new Error("The grammar of Groovy gave no tree.");
  return { problems: problemsOf(tree.rootNode), statements: statementsOf(tree.rootNode, []) };
}

function problemsOf(node: Node): number[] {
  if (!node.hasError) return [];
  if (node.isError || node.isMissing) return [node.startPosition.row + 1];
  return node.children.flatMap(problemsOf);
}

/** A statement is a call with its name first, or an assignment. Its block, if it has one, holds more of them. */
function statementsOf(node: Node, path: readonly string[]): Pipeline["statements"] {
  return node.namedChildren.flatMap((child) => {
    if (child.type === "expression_statement") return statementsOf(child, path);
    const name = child.childForFieldName("name") ?? child.childForFieldName("left");
    if (!name) return [];
    const here = [...path, name.text];
    const block = child.childForFieldName("body");
    const own = { path: here.join("/"), text: child.text };
    return block?.type === "closure" ? [own, ...statementsOf(block, here)] : [own];
  });
}
