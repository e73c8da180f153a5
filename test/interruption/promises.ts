import type { CutCase } from "../support/cuts";
import { ADOPTED, type Occasion } from "./occasions";
import type { Service } from "./service";
import type { Stack } from "./stack";

/**
 * What has to be true as soon as the run and its processes have ended, with nothing else done. `most`: how many backups may
 * exist that the state does not know the ID of.
 */
export function checkAfterCut(
  service: Service,
  stack: Stack,
  most: number,
  occasion: Occasion,
  cutCase: CutCase,
): void {
  const ids = service.existing().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(stack.present()));
  if (occasion.adopted) expect(ids).toContain(ADOPTED);
  const known = stack.resources.map(({ outputs }) => outputs["backupId"]);
  const unknown = service.existing().filter(({ id }) => id !== ADOPTED && !known.includes(id));
  expect(unknown.length).toBeLessThanOrEqual(most);
  // Only the host's death leaves the state without a trace: leftovers then deletes what it is told the ID of.
  const cutOff = stack.pending.flatMap(({ type, resource }) => (type === "creating" ? [resource.inputs["mark"]] : []));
  if (cutCase.cut !== "kill -9 of the host") {
    expect(cutOff).toEqual(expect.arrayContaining(unknown.map(({ remark }) => remark)));
  }
  if (isOneSignal(cutCase)) expect(stack.pending).toEqual([]);
  checkTheOthers(service);
}

/** Before `pulumi destroy`: what creates have reported is there and finished, and nothing of ours is there besides. */
export function checkBeforeDestroy(service: Service, stack: Stack, { operation, adopted }: Occasion, cutCase: CutCase) {
  const found = service.existing().map(({ id, status }) => ({ id, status }));
  expect(found).toEqual(stack.present().map((id) => ({ id, status: "succeed" })));
  expect(found).toHaveLength(operation === "delete" ? 0 : 1);
  if (adopted) expect(stack.present()).toEqual([ADOPTED]);
  // Who was asked to stop goes on with what was begun.
  if (isOneSignal(cutCase)) expect(service.made()).toHaveLength(MADE[operation]);
  checkTheOthers(service);
}

/** After `pulumi destroy`: nothing of ours is left, nor anything that was ours for a time. */
export function checkAtTheEnd(service: Service, stack: Stack, spared: readonly string[]): void {
  expect(service.existing().map(({ id }) => id)).toEqual(spared);
  expect(stack.resources).toEqual([]);
  checkTheOthers(service);
}

function checkTheOthers(service: Service) {
  expect(service.othersMissing()).toBe(0);
  expect(service.mostRunning()).toBeLessThanOrEqual(1);
}

/** How many backups an operation makes, with what was there before it. */
const MADE = { create: 1, update: 1, delete: 1, replacement: 2, adopt: 0 } as const;

const isOneSignal = ({ cut }: CutCase) => cut === "SIGINT once" || cut === "SIGTERM";

/**
 * How many backups may exist that the state does not know the ID of.
 *
 * An orphan cleans up, but where its answer was on its way when the engine died, it cannot know that nobody took it.
 */
export function mostUnknown({ ofCreate }: Occasion, { request, stage, cut }: CutCase): number {
  if (request > ofCreate) return 0;
  const answered = request === ofCreate && stage === "after its answer";
  switch (cut) {
    case "SIGINT once":
    case "SIGTERM":
      return 0;
    case "kill -9 of the CLI":
      return answered ? 1 : 0;
    case "SIGINT twice":
      // The first signal makes it answer at once, unless its order is under way.
      return request === 1 && stage !== "after its answer" ? 0 : 1;
    case "kill -9 of the host":
    case "kill -9 of both":
      return 1;
  }
}
