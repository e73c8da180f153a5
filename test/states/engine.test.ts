import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator } from "../../simulator/index";
import { backupsOf } from "../support/simulated-stack";
import { makeStack } from "../support/pulumi-stack";
import { resourceIn, recordedStates, textOf } from "./recorded";
import { worldOf } from "./recorded-world";

const PARTIAL = recordedStates()
  .filter(({ name }) => name === "partial")
  .map((state) => [state.release, state] as const);

test.each(PARTIAL)("the real engine destroys the unfinished backup that %s has left in a state", async (_, state) => {
  const simulator = await startSimulator({ world: worldOf(resourceIn(textOf(state, ""))), pace: 0 });
  const stack = await makeStack(simulator, "");
  try {
    const file = join(stack.folder, "state.json");
    writeFileSync(file, textOf(state, simulator.url));
    await stack.must("stack", "import", "--file", file);
    expect(await stack.destroy()).toMatch(/2 deleted/);
    expect(await stack.stored()).toEqual([]);
    expect(backupsOf(simulator).map(({ remark }) => remark)).toEqual(["somebody else's"]);
  } finally {
    await simulator.close();
    // Recorded states hold the simulator's keys in plain text; no secret of a run of ours is in these two.
    for (const name of ["state.json", "home/state/.pulumi/stacks/shop/dev.json.bak"])
      rmSync(join(stack.folder, name), { force: true });
    stack.remove();
  }
});
