import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ROOT } from "../support/root";

/** What a program in place of the real one does, as CommonJS; `args`, `fs` and `write(file, text, mode)` are there for it. */
const PROGRAMS = {
  npm: `
    if (args[0] === "ci") {
      write("node_modules/.package-lock.json", fs.readFileSync("package-lock.json"));
      write("node_modules/.bin/node", "", 0o755);
      write("node_modules/@pulumi/pulumi/pulumi-resource-pulumi-nodejs", "the host of dynamic resources", 0o755);
    }
    if (args[0] === "run") for (const out of ["provider/dist/index", "provider/dist/provider", "simulator/dist/index", "simulator/dist/cli"]) write(out + ".js", "");`,
  go: `write(args[args.indexOf("-o") + 1], "", 0o755);`,
  "pulumi-language-nodejs": "",
};

export type Program = "npm" | "go" | "pulumi" | "pulumi-language-nodejs";

/**
 * A small stand-in for a clone of this repository, with the real set-up scripts, in a folder of its own; the programs that
 * they call only write down that they were called.
 */
export class SetupClone {
  readonly folder = mkdtempSync(join(tmpdir(), "setup-clone-"));
  readonly #programs = join(this.folder, "programs");

  readonly cache: string;
  online = false;

  constructor(cache?: string) {
    this.cache = cache ?? join(this.folder, "cache");
    for (const part of ["setup.mjs", "setup"]) {
      cpSync(join(ROOT, "scripts", part), join(this.folder, "scripts", part), { recursive: true });
    }
    this.write(
      "package-lock.json",
      JSON.stringify({ packages: { "": {}, "node_modules/got": { version: "16.1.0" } } }),
    );
    for (const file of ["tsconfig.json", "provider/index.ts", "simulator/index.ts"]) this.write(file, "");
    for (const module of ["tools/pulumi", "tools/language-nodejs"])
      mkdirSync(join(this.folder, module), { recursive: true });
    this.put("npm");
  }

  /** Puts a program on PATH. */
  put(program: keyof typeof PROGRAMS, behaviour = PROGRAMS[program]): this {
    return this.#install(program, behaviour);
  }

  /** Puts a `pulumi` of that version on PATH. */
  putPulumi(version: string): this {
    return this.#install("pulumi", `console.log("v${version}");`);
  }

  /** Puts an npm on PATH that can install the package `pulumi`, which downloads that version. */
  putLauncher(version: string): this {
    const release = this.#text("pulumi", `console.log("v${version}");`);
    const run = `require("node:fs").cpSync(__dirname + "/release", process.env.PULUMI_HOME + "/versions/${version}", { recursive: true });`;
    return this.put(
      "npm",
      `${PROGRAMS.npm}
      if (args[0] === "install") {
        const folder = args[args.indexOf("--prefix") + 1] + "/node_modules/pulumi";
        write(folder + "/run.js", ${JSON.stringify(run)});
        write(folder + "/release/bin/pulumi", ${JSON.stringify(release)}, 0o755);
      }`,
    );
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(resolve(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }

  setUp(...flags: string[]): { output: string; status: number | null; calls: string[] } {
    rmSync(this.#callsFile, { force: true });
    const { stdout, stderr, status } = spawnSync(process.execPath, this.#arguments(flags), {
      ...this.#options,
      encoding: "utf8",
    });
    return { output: stdout + stderr, status, calls: this.calls };
  }

  /** Starts a set-up, interrupts it as soon as it has called a program, and waits for its end. */
  async interruptWhenItCalls(program: Program): Promise<void> {
    const child = spawn(process.execPath, this.#arguments([]), { ...this.#options, stdio: "ignore" });
    const ended = new Promise((done) => child.once("exit", done));
    while (!this.calls.some((call) => call.startsWith(program))) await new Promise((done) => setTimeout(done, 10));
    child.kill("SIGTERM");
    await ended;
  }

  /** The programs called by the last set-up, with their first argument. */
  get calls(): string[] {
    return existsSync(this.#callsFile) ? readFileSync(this.#callsFile, "utf8").trim().split("\n") : [];
  }

  /** The Pulumi CLI that was noted for the other scripts. */
  get notedCli(): unknown {
    const cli: unknown = JSON.parse(
      readFileSync(join(this.folder, "node_modules/.cache/pulumi-dcs-backup/cli.json"), "utf8"),
    );
    return cli;
  }

  /** What is in the cache that all clones share. */
  get cached(): string[] {
    const folder = join(this.cache, "pulumi-dcs-backup");
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #callsFile(): string {
    return join(this.folder, "calls");
  }

  get #options(): SpawnOptions {
    return { cwd: this.folder, env: { PATH: this.#programs, XDG_CACHE_HOME: this.cache } };
  }

  /** Whether Pulumi's download can be reached, whatever network this machine has. */
  #arguments(flags: string[]): string[] {
    const answer = this.online ? "Promise.resolve({ ok: true })" : "Promise.reject(new Error('offline'))";
    return [
      "--import",
      `data:text/javascript,globalThis.fetch = () => ${answer}`,
      join(this.folder, "scripts", "setup.mjs"),
      ...flags,
    ];
  }

  #install(program: Program, behaviour: string): this {
    this.write(join("programs", program), this.#text(program, behaviour));
    chmodSync(join(this.#programs, program), 0o755);
    return this;
  }

  #text(program: Program, behaviour: string): string {
    return `#!${process.execPath}
const fs = require("node:fs");
const path = require("node:path");
const args = process.argv.slice(2);
const write = (file, text, mode) => { fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, text, { mode }); };
fs.appendFileSync(${JSON.stringify(this.#callsFile)}, ${JSON.stringify(program)} + " " + args[0] + "\\n");
${behaviour}
`;
  }
}
