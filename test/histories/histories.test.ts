import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runHistories } from "./run";
import { ROOT } from "../support/root";

// A thousand in all; several tests, so that none comes near the time limit on a busy machine.
test.each([1, 2, 3, 4, 5])(
  "200 random histories of two stacks (seed %d): nothing of ours is left, nothing of others is touched, nothing untrue is said",
  async (seed) => {
    expect(await runHistories({ runs: 200, seed })).toBeUndefined();
  },
);

test("each bug that histories have to find has its one place in the code", async () => {
  const { MUTANTS } = await import("./mutants/mutants.mjs");
  const places = (file: string, from: string) => readFileSync(join(ROOT, file), "utf8").split(from).length - 1;
  expect(MUTANTS.length).toBeGreaterThanOrEqual(35);
  expect(MUTANTS.filter(({ file, from }) => places(file, from) !== 1).map(({ bug }) => bug)).toEqual([]);
});
