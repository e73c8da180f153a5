import { bearsSomeMark } from "../../provider/lifecycle/mark";
import type { Cut, Operation, Stage } from "../support/cuts";
import { type CutShop, FOREIGN } from "./cut-shop";
import { ADOPTED } from "./operations";
import { stateOf } from "./prepared";

/**
 * What has to be true as soon as the run and its processes have ended, with nothing else done. Gives the backups whose IDs
 * the state does not know.
 */
export function checkAfterCut(shop: CutShop, operation: Operation, stage: Stage, cut: Cut) {
  const state = stateOf(shop.stack);
  const present = shop.backups();
  const ids = present.map(({ id }) => id);
  expect(ids).toContain(FOREIGN);
  if (operation === "adopt") expect(ids).toContain(ADOPTED);
  // A deletion may have had its effect, whatever the state could be told of it.
  if (operation !== "delete") expect(ids).toEqual(expect.arrayContaining(state.present));
  expect(state.deletable).toBe(true);

  const unknown = unknownBackups(shop);
  expect(unknown.length).toBeLessThanOrEqual(mostUnknown(cut, stage));
  // Without the host alone, the state still says whose the backup is: leftovers deletes it without being told its ID.
  if (cut !== "kill -9 of the host") {
    expect(state.cutOff).toEqual(expect.arrayContaining(unknown.map(({ remark }) => remark)));
  }
  return unknown;
}

/** Our backups that the service holds, also those whose deletion is on its way, and whose IDs the state does not know. */
export function unknownBackups(shop: CutShop) {
  const { known } = stateOf(shop.stack);
  return shop.backups().filter(({ id, remark }) => bearsSomeMark(remark ?? "") && !known.includes(id));
}

/** Before `pulumi destroy`: what the state calls present is there and finished, and nothing of ours is there besides. */
export function checkBeforeDestroy(shop: CutShop, operation: Operation) {
  const state = stateOf(shop.stack);
  const others = shop.backups().filter(({ id }) => id !== FOREIGN);
  expect(others.map(({ id, status }) => [id, status])).toEqual(state.present.map((id) => [id, "succeed"]));
  expect(state.known).toEqual(state.present);
  expect(state.present).toHaveLength(operation === "delete" ? 0 : 1);
  if (operation === "adopt") expect(state.present).toEqual([ADOPTED]);
}

/** After `pulumi destroy`: only the backup is left that is none of our business. */
export function checkAtTheEnd(shop: CutShop) {
  expect(shop.backups().map(({ id }) => id)).toEqual([FOREIGN]);
  expect(stateOf(shop.stack).known).toEqual([]);
  expect(shop.mostRunning()).toBeLessThanOrEqual(1);
}

/** Who is told to stop loses nothing, and an orphan cleans up; only its result may be on its way when nobody takes it any more. */
function mostUnknown(cut: Cut, stage: Stage): number {
  switch (cut) {
    case "SIGINT once":
    case "SIGTERM":
      return 0;
    case "kill -9 of the CLI":
      return stage === "after its answer" ? 1 : 0;
    case "kill -9 of the host":
    case "kill -9 of both":
    case "SIGINT twice":
      return 1;
  }
}
