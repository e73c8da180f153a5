import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ANY_TEXT, textAt } from "./bench";
import { statusOf } from "./secure-request";

const PROGRAM = join(__dirname, "../../../simulator/bin/dcs-simulator.js");

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
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
  expect(errors).toMatch(/^Watch it in a browser: http:\/\/127\.0\.0\.1:\d+\/\n\S+ GET \/ 200 -\n$/);
});

test("speaks https with --tls, and leaves the files that clients need in that folder", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "dcs-simulator-")), "tls");
  const { child, ended, firstLine } = start("--tls", folder, "--client-certificate");
  const card = await firstLine();
  const file = (name: string) => readFileSync(textAt(card, name), "utf8");
  const papers = { ca: file("caFile"), cert: file("clientCertificateFile"), key: file("clientKeyFile") };
  expect(textAt(card, "clientKeyFile")).toBe(join(folder, "client-key.pem"));
  expect(statSync(textAt(card, "clientKeyFile")).mode & 0o777).toBe(0o600);
  expect(textAt(card, "url")).toMatch(/^https:/);
  expect(await statusOf(textAt(card, "url"), papers)).toBe(200);
  await expect(statusOf(textAt(card, "url"), { ca: papers.ca })).rejects.toThrow();
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0 });
});

test("explains itself with --help", async () => {
  const { code, printed } = await start("--help").ended;
  expect(code).toBe(0);
  for (const flag of ["--port", "--world", "--pace", "--tls", "--client-certificate", "--log", "--help"]) {
    expect(printed).toContain(flag);
  }
});

test.each([
  [["--fast"], "Unknown option '--fast'. dcs-simulator --help tells more."],
  [["--wordl", "w.json"], "Unknown option '--wordl'. Did you mean --world?"],
  [["--port"], "Option '--port <n>' argument missing."],
  [["complete"], 'There is no command "complete"; there is completion.'],
  [["completion", "tcsh"], "Allowed choices are bash, zsh, fish."],
  [["--pace", "quick"], '--pace was given "quick"; give seconds'],
  [["--port", "70000"], '--port was given "70000"; give a whole number up to 65535'],
  [["--client-certificate"], "--client-certificate needs https; give --tls with a folder too."],
  [["--world", "/nowhere/world.json"], "The world file /nowhere/world.json cannot be used"],
  [["--world", worldFile({ instances: [{ name: "x", cacheMode: "fast" }] })], "instances.0.cacheMode"],
])("ends with 2 and one sentence for %p", async (args, sentence) => {
  const { code, printed, errors } = await start(...args).ended;
  expect(code).toBe(2);
  expect(printed).toBe("");
  expect(errors).toContain(sentence);
  expect(errors.trimEnd().split("\n")).toHaveLength(1);
});
