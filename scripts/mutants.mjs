// Plants one bug after the other into a copy, and plays histories until they catch it: npm run test:mutants
//   --only TEXT   only the bugs whose sentence holds the text; may be given several times
//   --from TEXT   the first bug whose sentence holds the text, and all after it
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";
import { MUTANTS } from "../test/histories/mutants/mutants.mjs";
import { COMPILED, compileHistories, linkPackages, ROOT } from "./histories/compile.mjs";
import { playIn } from "./histories/play.mjs";

/** A bug that survives so many histories is not caught. */
const RUNS = 10_000;
const SEED = 1;

/** A part of a sentence. */
const TEXT = { type: "string", default: "" };

const { values } = parseArgs({ options: { only: { ...TEXT, multiple: true, default: [""] }, from: TEXT } });
const first = MUTANTS.findIndex(({ bug }) => bug.includes(values.from));
const waiting = MUTANTS.slice(first).filter(({ bug }) => values.only.some((text) => bug.includes(text)));
const asked = waiting.length;
let survived = 0;
// What fails without a bug catches none.
const SOUND = undefined;
waiting.unshift(SOUND);

compileHistories();
await Promise.all(Array.from({ length: availableParallelism() }, (_, lane) => work(`${COMPILED}-mutant-${lane}`)));
console.log(`${asked - survived} of ${asked} planted bugs were caught within ${RUNS} histories each.`);
if (survived > 0) process.exitCode = 1;

async function work(copy) {
  while (waiting.length > 0) {
    const mutant = waiting.shift();
    rmSync(copy, { recursive: true, force: true });
    cpSync(COMPILED, copy, { recursive: true, verbatimSymlinks: true });
    linkPackages(copy);
    if (mutant !== SOUND) plant(mutant, copy);
    const failure = await playIn(copy, { runs: RUNS, seed: SEED, shrink: false });
    if (mutant === SOUND) {
      if (failure) throw new Error(`The code as it is fails, so that nothing can be told of the bugs:\n${failure}`);
      console.log(`The code as it is passes ${RUNS} histories.`);
      continue;
    }
    const after = /^History (\d+) of .* failed: (.*)/.exec(failure ?? "");
    if (after) console.log(`caught after ${after[1]}: ${mutant.bug} (${after[2]})`);
    else {
      survived += 1;
      console.log(`SURVIVED: ${mutant.bug}${failure ? `\n${failure}` : ""}`);
    }
  }
  rmSync(copy, { recursive: true, force: true });
}

function plant({ bug, file, from, to }, copy) {
  const source = readFileSync(join(ROOT, file), "utf8");
  if (source.split(from).length !== 2) throw new Error(`The place for "${bug}" is not found once in ${file}.`);
  const { compilerOptions } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config;
  const options = ts.convertCompilerOptionsFromJson(compilerOptions, ROOT).options;
  const { outputText } = ts.transpileModule(source.replace(from, to), {
    compilerOptions: options,
    fileName: join(ROOT, file),
  });
  writeFileSync(join(copy, file.replace(/\.ts$/, ".js")), outputText);
}
