import type { CutCase } from "../support/cuts";
import { deleteLeftovers } from "./leftovers";
import { ADOPTED, type Occasion } from "./occasions";
import { prepared } from "./prepare";
import { checkAfterCut, checkAtTheEnd, checkBeforeDestroy, mostUnknown } from "./promises";
import { run, runCut } from "./run-cut";
import { openService, type Service } from "./service";
import type { Properties, Stack } from "./stack";

/** Does an operation without a cut, and gives the methods of the requests that it sent. */
export async function uncut(occasion: Occasion): Promise<readonly string[]> {
  return during(occasion, async (service, stack, args) => {
    await run(service, stack, (engine) => engine.up(args));
    return [...service.answered()];
  });
}

/** Does an operation, cuts it there, recovers as one usually does, and checks what is promised. */
export async function runCase(occasion: Occasion, cutCase: CutCase): Promise<void> {
  await during(occasion, async (service, stack, args) => {
    const { outOfTime } = await runCut(service, stack, args, cutCase);
    expect(service.answered().slice(0, cutCase.request)).toEqual(occasion.requests.slice(0, cutCase.request));
    checkAfterCut(service, stack, outOfTime ? 1 : mostUnknown(occasion, cutCase), occasion, cutCase);
    // `pulumi cancel` comes first where the lock has stayed, and touches nothing else.
    const spared = stack.present().includes(ADOPTED) ? [] : [ADOPTED];
    if (occasion.givenUp) await giveUp(service, stack, cutCase);
    else await goOn(service, stack, args, cutCase);
    if (!occasion.givenUp) checkBeforeDestroy(service, stack, occasion, cutCase);
    await run(service, stack, (engine) => engine.destroy());
    checkAtTheEnd(service, stack, occasion.adopted && occasion.givenUp ? spared : []);
  });
}

/** The usual recovery, up to `pulumi destroy`. */
async function goOn(service: Service, stack: Stack, args: Properties | undefined, cutCase: CutCase) {
  await run(service, stack, (engine) => engine.up(args));
  checkNamed(await deleteLeftovers(service, stack, []), cutCase);
}

/** The same without another `up`. Where nothing was stored, the instance has to be named. */
async function giveUp(service: Service, stack: Stack, cutCase: CutCase) {
  checkNamed(await deleteLeftovers(service, stack, [service.instanceId]), cutCase);
}

/** What is left is deleted unasked, since the state says whose it is; where the host alone was killed, it says nothing. */
function checkNamed(named: number, { cut }: CutCase) {
  expect(named).toBeLessThanOrEqual(cut === "kill -9 of the host" ? 1 : 0);
}

async function during<T>(
  occasion: Occasion,
  work: (service: Service, stack: Stack, args: Properties | undefined) => Promise<T>,
): Promise<T> {
  const service = await openService(occasion);
  try {
    const stack = await prepared(occasion, service);
    const { program } = occasion;
    service.begin();
    return await work(service, stack, program && { instanceId: service.instanceId, ...program });
  } finally {
    await service.close();
  }
}
