import { playOnProcesses } from "./play-on-processes";
import { runHistories, type Tier } from "./run";

const ON_PROCESSES: Tier = { play: playOnProcesses, script: "test:histories:host" };

/** Plays its share of the histories; what it is to play comes as JSON. The failure goes to stdout, the exit code is 1 then. */
async function main(argument = "{}"): Promise<void> {
  const { host, ...runs } = JSON.parse(argument) as Asked; // from scripts/histories
  const failure = await runHistories({ ...runs, ...(host ? { tier: ON_PROCESSES, shrink: false } : {}) });
  if (failure === undefined) return;
  console.log(failure);
  process.exitCode = 1;
}

interface Asked {
  readonly runs: number;
  readonly seed: number;
  /** In hosts that are processes. */
  readonly host: boolean;
}

void main(process.argv[2]);
