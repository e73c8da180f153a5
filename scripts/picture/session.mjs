import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { DemoFailure } from "../demo/failure.mjs";
import { makeProject } from "../demo/project.mjs";
import { startSimulator } from "../demo/simulator.mjs";

/** Seconds that a backup takes: long enough to see its progress. */
const PACE = 6;

/** What is run and seen: each line by a shell, in a project like examples/minimal. */
export async function playSession() {
  const simulator = await startSimulator({ pace: PACE });
  const project = makeProject();
  try {
    await project.configure(simulator.card);
    const list = `pulumi-dcs-backup list --stack demo --instance ${simulator.card.instances[0].id}`;
    await run("pulumi up --yes --skip-preview", project);
    await run("pulumi destroy --yes --skip-preview", project);
    process.stdout.write("\r\n");
    await run(list, project);
  } finally {
    await simulator.stop();
    rmSync(project.folder, { recursive: true, force: true });
  }
}

/** @param {string} line @param {import("../demo/project.mjs").Project} project */
async function run(line, { folder, env }) {
  process.stdout.write(`\x1b[1;32m$\x1b[0m \x1b[1m${line}\x1b[0m\r\n`);
  await pause(800);
  const [code] = await once(spawn(line, { shell: true, cwd: folder, env, stdio: "inherit" }), "exit");
  if (code !== 0) throw new DemoFailure(`\`${line}\` failed; its own message is above.`);
}
