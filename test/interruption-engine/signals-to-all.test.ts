import type { ChildProcess } from "node:child_process";
import { descendantsOf, tell } from "../engine/processes";
import { allEnded, hostsOf } from "./cut";
import { openCutShop } from "./cut-shop";
import { stacksPreparedWithin } from "./prepared";
import { checkAtTheEnd, checkBeforeDestroy, unknownBackups } from "./promises";

/** A busy machine takes its time for each run of the CLI. Milliseconds. */
const LIMIT = 5 * 60_000;

const prepared = stacksPreparedWithin(LIMIT);

/** Enough for a process to react before the next one is told. */
const BETWEEN_PROCESSES = 50;

async function tellEach(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    tell(pid, "SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_PROCESSES));
  }
}

const childrenOf = ({ pid = 0 }: ChildProcess) => descendantsOf(pid).map((each) => each.pid);

test.each([
  ["the provider's process alone", hostsOf],
  ["every process, the provider's first, as Jenkins does", (cli: ChildProcess) => [...hostsOf(cli), cli.pid ?? 0]],
  [
    "every process, the CLI first, as in GitLab's containers",
    (cli: ChildProcess) => [cli.pid ?? 0, ...childrenOf(cli)],
  ],
])(
  "SIGTERM to %s during a create keeps the ID in the state",
  async (_, told) => {
    const shop = await openCutShop("create", 2, await prepared());
    try {
      const reached = shop.reached("before its receipt");
      const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
      await reached;
      const hosts = hostsOf(running.child);
      await tellEach(told(running.child));
      shop.simulator.clearFaults();
      shop.simulator.release("cut");
      const { code } = await running.ended;
      expect(code).not.toBe(0);
      await allEnded(hosts, 5_000);
      expect(unknownBackups(shop)).toEqual([]);

      shop.letTimePass();
      await shop.stack.up();
      checkBeforeDestroy(shop, "create");
      await shop.stack.destroy();
      checkAtTheEnd(shop);
    } finally {
      await shop.close();
    }
  },
  LIMIT,
);
