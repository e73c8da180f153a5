#!/usr/bin/env node
import { readFlags, UsageError, type Flags } from "./cli-flags";
import type { JournalEntry } from "./journal";
import { startSimulator, type RunningSimulator } from "./server";
import type { SimulatorOptions } from "./settings";

const HELP = `dcs-simulator: DCS backups and IAM on http://127.0.0.1, without an account.

  --port N         listen on this port; a free one by default
  --world FILE     JSON with region, domain, projects, users, options and instances; each may be left out
  --pace SECONDS   how long a backup takes; 60 by default, 0 for at once
  --log            print every request on stderr
  --help           print this

When it is ready it prints one line of JSON: its addresses, keys and instances. It ends on SIGTERM and SIGINT.
Look inside with GET /_simulator/journal and GET /_simulator/world; start afresh with POST /_simulator/reset.
Faults, other people's doings, options and the time are below /_simulator/ too: see the README.
`;

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(HELP);
    return;
  }
  const simulator = await start(flags);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close());
  process.stdout.write(`${JSON.stringify({ url: simulator.url, iam: simulator.iam, ...simulator.card })}\n`);
}

function start({ port, pace, world, log }: Flags): Promise<RunningSimulator> {
  const options: SimulatorOptions = {
    ...(pace !== undefined && { pace }),
    ...(world !== undefined && { world }),
    ...(log && { log: printEntry }),
  };
  return startSimulator({ ...options, port });
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
