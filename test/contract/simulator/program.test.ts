import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ANY_TEXT, textAt } from "./bench";

const PROGRAM = join(__dirname, "../../../simulator/bin/dcs-simulator.js");

function start(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close").then(([code]: unknown[]) => ({ code, printed, errors }));
  const firstLine = async (): Promise<unknown> => {
    const lines: unknown[] = await once(createInterface(child.stdout), "line");
    return JSON.parse(String(lines[0]));
  };
  return { child, ended, firstLine };
}

function worldFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), "dcs-simulator-")), "world.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test.each(["SIGTERM", "SIGINT"] as const)("prints one line of JSON, answers, and ends with 0 on %s", async (signal) => {
  const { child, ended, firstLine } = start(
    "--pace",
    "0",
    "--world",
    worldFile({ instances: [{ name: "mine" }] }),
    "--log",
  );
  const card = await firstLine();
  const url = textAt(card, "url");
  expect((await fetch(url)).status).toBe(200);
  expect(card).toMatchObject({
    iam: `${url}/v3`,
    region: "eu-de",
    projectId: ANY_TEXT,
    accessKey: ANY_TEXT,
    secretKey: ANY_TEXT,
    userName: "backup-operator",
    password: ANY_TEXT,
    domainName: ANY_TEXT,
    instances: [{ id: ANY_TEXT, name: "mine", cacheMode: "ha", status: "RUNNING" }],
  });
  child.kill(signal);
  const { code, printed, errors } = await ended;
  expect(code).toBe(0);
  expect(printed.trimEnd().split("\n")).toHaveLength(1);
  expect(errors).toMatch(/^\S+ GET \/ 200 -\n$/);
});

test("explains itself with --help", async () => {
  const { code, printed } = await start("--help").ended;
  expect(code).toBe(0);
  for (const flag of ["--port", "--world", "--pace", "--log", "--help"]) expect(printed).toContain(flag);
});

test.each([
  [["--fast"], "Unknown option '--fast'"],
  [["--pace", "quick"], '--pace was given "quick"; give seconds'],
  [["--port", "70000"], '--port was given "70000"; give a whole number up to 65535'],
  [["--world", "/nowhere/world.json"], "The world file /nowhere/world.json cannot be used"],
  [["--world", worldFile({ instances: [{ name: "x", cacheMode: "fast" }] })], "instances.0.cacheMode"],
])("ends with 2 and one sentence for %p", async (args, sentence) => {
  const { code, printed, errors } = await start(...args).ended;
  expect(code).toBe(2);
  expect(printed).toBe("");
  expect(errors).toContain(sentence);
  expect(errors.trimEnd().split("\n")).toHaveLength(1);
});
