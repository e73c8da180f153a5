import { runHistories } from "./run";

// A thousand in all; several tests, so that none comes near the time limit on a busy machine.
test.each([1, 2, 3, 4, 5])(
  "200 random histories of two stacks (seed %d): nothing of ours is left, nothing of others is touched, nothing untrue is said",
  async (seed) => {
    expect(await runHistories({ runs: 200, seed })).toBeUndefined();
  },
);
