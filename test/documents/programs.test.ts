import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../support/root";
import { type Block, blocks } from "./documents";

const programs = blocks().filter(({ language }) => language === "ts");

/** A block as a file beside the examples, where packages are found as a user finds them. */
const fileOf = ({ page, line }: Block) => join(ROOT, "examples", `${page.replaceAll("/", "-")}-${line}.ts`);

test("there are programs in the pages", () => {
  expect(programs.length).toBeGreaterThanOrEqual(5);
});

test("every program in a page compiles as it stands there", () => {
  expect(complaintsOf(programs)).toEqual([]);
});

test("a program that does not fit the package is told with its page and line", () => {
  const wrong = {
    page: "docs/x.md",
    line: 7,
    language: "ts",
    text: 'import { Backup } from "pulumi-dcs-backup";\nnew Backup("a", {});\n',
  };
  expect(complaintsOf([wrong])).toEqual([expect.stringMatching(/^docs\/x\.md:7: .*instanceId/s)]);
});

function complaintsOf(given: readonly Block[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  }; // the repository's own
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, noUnusedLocals: false, noEmit: true, skipLibCheck: true },
    ROOT,
  );
  const texts = new Map(given.map((block) => [fileOf(block), block]));
  const host = withTexts(ts.createCompilerHost(options), (path) => texts.get(path)?.text);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts].flatMap(([path, { page, line }]) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${page}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
  );
}

/** Files that are nowhere but here, among those of the disk. */
function withTexts(disk: ts.CompilerHost, textOf: (path: string) => string | undefined): ts.CompilerHost {
  return {
    ...disk,
    fileExists: (path) => textOf(path) !== undefined || disk.fileExists(path),
    readFile: (path) => textOf(path) ?? disk.readFile(path),
    getSourceFile: (path, version, ...more) => {
      const text = textOf(path);
      return text === undefined ? disk.getSourceFile(path, version, ...more) : ts.createSourceFile(path, text, version);
    },
  };
}
