import { Onlookers, type Visit } from "../../../simulator/onlookers";

let onlookers: Onlookers;
beforeEach(() => {
  jest.useFakeTimers();
  onlookers = new Onlookers();
});
afterEach(() => jest.useRealTimers());

/** Whether the visit has been woken by now. */
function waiting(visit: Visit): () => boolean {
  let isWoken = false;
  void visit.next(2000).then(() => (isWoken = true));
  return () => isWoken;
}

test("gathers for 50 ms what happens, and then wakes once", async () => {
  const visit = onlookers.enter();
  const isWoken = waiting(visit);
  onlookers.tell();
  await jest.advanceTimersByTimeAsync(30);
  onlookers.tell();
  await jest.advanceTimersByTimeAsync(19);
  expect(isWoken()).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(isWoken()).toBe(true);
  const isWokenAgain = waiting(visit);
  await jest.advanceTimersByTimeAsync(1999);
  expect(isWokenAgain()).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(isWokenAgain()).toBe(true);
});

test("does not miss what happens while nobody waits", async () => {
  const visit = onlookers.enter();
  onlookers.tell();
  await jest.advanceTimersByTimeAsync(500);
  const isWoken = waiting(visit);
  await jest.advanceTimersByTimeAsync(50);
  expect(isWoken()).toBe(true);
});

test("wakes everybody at once when they are dismissed, and leaves no timer", async () => {
  const visits = [onlookers.enter(), onlookers.enter()];
  const woken = visits.map(waiting);
  onlookers.dismiss();
  await jest.advanceTimersByTimeAsync(0);
  expect(woken.map((isWoken) => isWoken())).toEqual([true, true]);
  expect(visits.map(({ isOver }) => isOver)).toEqual([true, true]);
  onlookers.tell();
  expect(jest.getTimerCount()).toBe(0);
});
