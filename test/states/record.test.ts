import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { version } from "../../provider/package.json";
import { type RunningSimulator, startSimulator } from "../../simulator/index";
import { makeStack } from "../support/pulumi-stack";
import { resourceIn, RECORDED_URL } from "./recorded";
import { type Situation, type SituationName, SITUATIONS } from "./situations";

// What each release records for the later ones, made by the real engine. Before a release, write it anew with
//   DCS_RECORD_STATES=1 npm run test:all -- test/states/record
// and commit it; states of older releases are never written again.
const RECORD = process.env["DCS_RECORD_STATES"] === "1";

const NAMES = Object.keys(SITUATIONS) as SituationName[]; // the keys of a constant
const FOLDER = join(__dirname, version);

let simulator: RunningSimulator | undefined;
let stack: Awaited<ReturnType<typeof makeStack>> | undefined;

afterEach(async () => {
  stack?.remove();
  await simulator?.close();
});

test.each(NAMES.filter((name) => RECORD || !("slow" in SITUATIONS[name])))(
  "a state of this release, %s, has the fields that were recorded for it",
  async (name) => {
    const text = await stateOf(SITUATIONS[name]);
    const file = join(FOLDER, `${name}.json`);
    if (RECORD) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(shapeOf(text)).toEqual(shapeOf(readFileSync(file, "utf8")));
  },
  300_000,
);

/** The exported state of a stack with one resource, without what is this machine's. */
async function stateOf({ kind = "Backup", options, world, fault, args, fails }: Situation): Promise<string> {
  simulator = await startSimulator({ ...options, ...(world ? { world } : {}) });
  if (fault) simulator.fault(fault);
  stack = await makeStack(simulator, `new ${kind}("before-release", ${JSON.stringify(args)});`);
  const { code, text } = await stack.run("up", "--yes", "--skip-preview");
  if ((code === 0) === (fails === true)) throw new Error(`pulumi up ended with ${String(code)}:\n${text}`);
  const exported: unknown = JSON.parse(await stack.must("stack", "export", "--show-secrets"));
  const state = JSON.stringify(exported, withoutThisMachine).replaceAll(simulator.url, RECORDED_URL);
  expect(state).not.toContain(stack.folder);
  return format(state, { parser: "json", printWidth: 120 });
}

/** Paths of programs, and the salt of this stack's passphrase. */
const OF_THIS_MACHINE = ["sourcePosition", "stackTrace", "secrets_providers"];

/** The only secrets are the simulator's well-known keys; encrypted, they could be read by this stack only. */
function withoutThisMachine(name: string, value: unknown): unknown {
  if (OF_THIS_MACHINE.includes(name)) return undefined;
  if (typeof value !== "object" || value === null || !("plaintext" in value)) return value;
  return JSON.parse(String(value.plaintext));
}

function shapeOf(text: string) {
  const { inputs, outputs, ...resource } = resourceIn(text);
  return { resource: namesOf(resource), inputs: namesOf(inputs), outputs: namesOf(outputs) };
}

const namesOf = (fields: object) => Object.keys(fields).sort();
