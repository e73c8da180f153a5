#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError, type Flags } from "./cli-flags";
import { runProgram, simulatorProgram } from "./cli-program";
import type { JournalEntry } from "./journal";
import { startSimulator, type RunningSimulator, type StartOptions } from "./server";
import { writeTlsFiles, type TlsFiles } from "./tls/files";
import { startSecureSimulator } from "./tls/secure-server";

runProgram(simulatorProgram({ start: run, complete }), process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`dcs-simulator: ${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});

async function run(flags: Flags): Promise<void> {
  const { simulator, files } = await start(flags);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close());
  process.stdout.write(`${JSON.stringify({ url: simulator.url, iam: simulator.iam, ...files, ...simulator.card })}\n`);
  if (flags.log) process.stderr.write(`Watch it in a browser: ${simulator.url}/\n`);
}

async function start(flags: Flags): Promise<{ simulator: RunningSimulator; files?: TlsFiles }> {
  const { log, tls, clientCertificate = false, ...given } = flags;
  if (clientCertificate && tls === undefined) {
    throw new UsageError("--client-certificate needs https; give --tls with a folder too.");
  }
  const options: StartOptions = { ...given, ...(log && { log: printEntry }) };
  if (tls === undefined) return { simulator: await startSimulator(options) };
  const simulator = await startSecureSimulator({ ...options, clientCertificate });
  return { simulator, files: writeTlsFiles(tls, simulator) };
}

function printEntry({ time, method, path, status, principal, fault }: JournalEntry): void {
  process.stderr.write(
    `${time} ${method} ${path} ${status ?? "-"} ${principal ?? "-"}${fault === null ? "" : ` [${fault}]`}\n`,
  );
}

/** The files are made by `npm run docs` from what parses the command. */
function complete(shell: string): void {
  const folder = dirname(require.resolve("dcs-simulator/package.json"));
  process.stdout.write(readFileSync(join(folder, "completion", `dcs-simulator.${shell}`), "utf8"));
}
