import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { failed } from "./failure.mjs";
import { notes, pathWithRepositoryNode, root } from "./places.mjs";
import { say } from "./say.mjs";

const workspaces = ["provider", "simulator"];
const outputs = [
  "provider/dist/index.js",
  "provider/dist/provider.js",
  "simulator/dist/index.js",
  "simulator/dist/cli.js",
];
const buildNote = join(notes, "build.json");

/** Runs `npm run build` unless the outputs are the ones that it made from these very sources. */
export async function buildIfSourcesChanged() {
  const sources = hashOfSources();
  if (readNote() === noteFor(sources)) return;
  say("Building the provider and the simulator: a few seconds.");
  const env = { ...process.env, PATH: pathWithRepositoryNode() };
  const { ok, output } = await run("npm", ["run", "build"], { cwd: root, env });
  if (!ok) throw failed("`npm run build` failed. Repair the sources that its lines below name, and try again.", output);
  mkdirSync(notes, { recursive: true });
  writeFileSync(buildNote, noteFor(sources));
}

function readNote() {
  try {
    return readFileSync(buildNote, "utf8");
  } catch {
    return "";
  }
}

/** The outputs' times are in the note, so that a build by hand from other sources in between is noticed. @param {string} sources */
function noteFor(sources) {
  const times = outputs.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? null);
  return JSON.stringify({ sources, outputs: times });
}

/** Contents, not times: a checkout that changes no source builds nothing, and a source that is gone counts. */
function hashOfSources() {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "tsconfig.json", ...workspaces.flatMap(filesOf)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function filesOf(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : filesOf(path);
    return /\.(ts|json)$/.test(entry.name) ? [path] : [];
  });
}
