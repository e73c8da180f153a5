#!/usr/bin/env node
import { readFlags, UsageError, type Flags } from "./cli-flags";
import type { JournalEntry } from "./journal";
import { startSimulator, type RunningSimulator, type StartOptions } from "./server";
import { writeTlsFiles, type TlsFiles } from "./tls/files";
import { startSecureSimulator } from "./tls/secure-server";

const HELP = `dcs-simulator: DCS backups and IAM on http(s)://127.0.0.1, without an account.

  --port N         listen on this port; a free one by default
  --world FILE     JSON with region, domain, projects, users, agencies, options and instances; each may be
                   left out
  --pace SECONDS   how long a backup takes; 60 by default, 0 for at once
  --tls FOLDER     https instead of http; writes ca.pem, client.pem and client-key.pem into that folder
  --client-certificate
                   with --tls: demand that clients show client.pem
  --log            print the address of the page to look at, and every request, on stderr
  --help           print this

When it is ready it prints one line of JSON: its addresses, keys and instances. It ends on SIGTERM and SIGINT.
Open its url in a browser to see instances, backups and requests live.
Look inside with GET /_simulator/journal and GET /_simulator/world; start afresh with POST /_simulator/reset.
Faults, other people's doings, options and the time are below /_simulator/ too: see the README.
`;

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(HELP);
    return;
  }
  const { simulator, files } = await start(flags);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close());
  process.stdout.write(`${JSON.stringify({ url: simulator.url, iam: simulator.iam, ...files, ...simulator.card })}\n`);
  if (flags.log) process.stderr.write(`Watch it in a browser: ${simulator.url}/\n`);
}

async function start(flags: Flags): Promise<{ simulator: RunningSimulator; files?: TlsFiles }> {
  const { port, pace, world, log, tls, clientCertificate } = flags;
  const options: StartOptions = {
    port,
    ...(pace !== undefined && { pace }),
    ...(world !== undefined && { world }),
    ...(log && { log: printEntry }),
  };
  if (tls === undefined) return { simulator: await startSimulator(options) };
  const simulator = await startSecureSimulator({ ...options, clientCertificate });
  return { simulator, files: writeTlsFiles(tls, simulator) };
}

function printEntry({ time, method, path, status, principal, fault }: JournalEntry): void {
  process.stderr.write(
    `${time} ${method} ${path} ${status ?? "-"} ${principal ?? "-"}${fault === null ? "" : ` [${fault}]`}\n`,
  );
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`dcs-simulator: ${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
