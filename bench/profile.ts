// Where the time goes while backups are taken and deleted: processor time by process, beside resources that do nothing, and a
// profile of Pulumi's dynamic host.
//   npm run bench:profile -- 100          (so many backups; 100 by default)
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { hostProfiles, summary } from "./cpu-profile";
import { processorTime } from "./processor-time";
import { LOCAL } from "./root";
import { startService } from "./service";
import { makeStack } from "./stack";

const COMMANDS = [
  ["up", "--yes", "--skip-preview"],
  ["up", "--yes", "--skip-preview"],
  ["refresh", "--yes", "--skip-preview"],
  ["destroy", "--yes", "--skip-preview"],
];

void profile(Number(process.argv[2] ?? 100));

async function profile(count: number) {
  mkdirSync(LOCAL, { recursive: true });
  const simulator = await startService(count);
  for (const kind of ["bare", "nothing", "filled", "ours"] as const) {
    simulator.reset();
    const stack = await makeStack(kind, count, simulator);
    for (const command of COMMANDS) tellTimes(kind, command, await processorTime(() => stack.run(command)));
    stack.remove();
  }
  simulator.reset();
  const kept = mkdtempSync(join(LOCAL, "profiles-"));
  const stack = await makeStack("ours", count, simulator);
  for (const [index, command] of COMMANDS.entries()) {
    const folder = join(kept, `${index + 1}-${command[0] ?? ""}`);
    await stack.run(command, { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` });
    for (const each of hostProfiles(folder)) print(`${command[0] ?? ""}: ${folder}`, summary(each));
  }
  stack.remove();
  await simulator.close();
}

function tellTimes(kind: string, [command = ""]: readonly string[], times: Readonly<Record<string, number>>) {
  const told = Object.entries(times).map(([name, ms]) => `${name} ${(ms / 1_000).toFixed(2)} s`);
  console.log(`${kind.padEnd(8)} ${command.padEnd(8)} ${told.join(", ")}`);
}

function print(title: string, { total, places, functions }: ReturnType<typeof summary>) {
  console.log(`\n${title}: ${Math.round(total)} ms of work`);
  for (const { name, ms } of places.slice(0, 20)) console.log(`${ms.toFixed(0).padStart(7)} ms  ${name}`);
  console.log("   of them:");
  for (const { name, ms } of functions.slice(0, 25)) console.log(`${ms.toFixed(0).padStart(7)} ms  ${name}`);
}
