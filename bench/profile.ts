// Profiles Pulumi's dynamic host while it takes and deletes backups:
//   npm run bench:profile -- 100          (so many backups; 100 by default)
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { hostProfiles, summary } from "./cpu-profile";
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
  const kept = mkdtempSync(join(LOCAL, "profiles-"));
  const simulator = await startService(count);
  const stack = await makeStack("ours", count, simulator);
  for (const [index, command] of COMMANDS.entries()) {
    const folder = join(kept, `${index + 1}-${command[0] ?? ""}`);
    await stack.run(command, { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` });
    for (const each of hostProfiles(folder)) print(`${command[0] ?? ""}: ${folder}`, summary(each));
  }
  stack.remove();
  await simulator.close();
}

function print(title: string, { total, places, functions }: ReturnType<typeof summary>) {
  console.log(`\n${title}: ${Math.round(total)} ms of work`);
  for (const { name, ms } of places.slice(0, 20)) console.log(`${ms.toFixed(0).padStart(7)} ms  ${name}`);
  console.log("   of them:");
  for (const { name, ms } of functions.slice(0, 25)) console.log(`${ms.toFixed(0).padStart(7)} ms  ${name}`);
}
