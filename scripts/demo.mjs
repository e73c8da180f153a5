// `npm start`: a backup of a DCS instance, taken by `pulumi up` and deleted by `pulumi destroy`, on the simulator.
// Exit code 0 only if the service itself confirms both.
import { rmSync } from "node:fs";
import { expectBackup, expectDeletion, expectNoBackup } from "./demo/checks.mjs";
import { DemoFailure } from "./demo/failure.mjs";
import { Interruption } from "./demo/interruption.mjs";
import { heading, showBackups, showProgram, tell } from "./demo/print.mjs";
import { makeProject } from "./demo/project.mjs";
import { startSimulator } from "./demo/simulator.mjs";

const PACE = 6;
const interruption = new Interruption();

play()
  .catch((failure) => {
    // What a check found is a sentence for the reader; anything else is our own mistake, and needs its stack.
    console.error(failure instanceof DemoFailure ? `\nThe demo stopped. ${failure.message}` : failure);
    process.exitCode = 1;
  })
  .finally(() => {
    if (interruption.exitCode !== undefined) process.exitCode = interruption.exitCode;
  });

async function play() {
  const begun = Date.now();
  const simulator = await startSimulator({ pace: PACE });
  const project = makeProject();
  try {
    await show(simulator, project);
    tell(
      `\nAll of it happened, in ${Math.round((Date.now() - begun) / 1000)} s. Now read examples/minimal and README.md.`,
    );
  } finally {
    await simulator.stop();
    rmSync(project.folder, { recursive: true, force: true });
  }
}

/**
 * @param {import("./demo/simulator.mjs").Simulator} simulator
 * @param {import("./demo/project.mjs").Project} project
 */
async function show(simulator, project) {
  const { url, instances } = simulator.card;
  const [instance] = instances;

  heading("The service", `A simulator of DCS and its IAM at ${url}; a backup takes ${PACE} s there.`);
  tell(`It has ${instances.length} instances. We back up "${instance.name}", ${instance.id}.`);

  heading("The program", "examples/minimal/index.ts");
  showProgram(project.program);
  await project.configure(simulator.card);
  interruption.throwIfAsked();

  heading("pulumi up", "takes the backup and waits for it.");
  await project.pulumi(["up", "--yes"], interruption);
  const backups = await simulator.listBackups(instance.id);
  const backup = expectBackup(backups, await project.outputs());

  heading("The service's own list", `GET /v1.0/<project>/instances/${instance.id}/backups`);
  showBackups(backups);
  interruption.throwIfAsked();

  heading("pulumi destroy", "deletes the backup.");
  await project.pulumi(["destroy", "--yes"], interruption);
  const left = await simulator.listBackups(instance.id);
  const deletion = expectDeletion(await simulator.journal(), simulator.card.projectId, instance.id, backup.backup_id);
  expectNoBackup(left);

  heading("The service's own list and journal", "what it was asked, and what is left.");
  showBackups(left);
  tell(`${deletion.method} ${deletion.path} ${deletion.status}`);
}
