import type { CallOptions } from "../dcs/call";
import type { Sight } from "../dcs/absence";
import { DcsError } from "../errors";
import { type Ending, type Finding, type Patience, waitUntil } from "../waiter";
import type { Operation } from "./operation";
import { foresee, NO_FORESIGHT, pauseUntilNextLook, usualDuration } from "./pace";
import { isPassing } from "./passing";
import { tellPauses } from "./pauses";
import { progressTeller, type Progressing } from "./progress";

/** A record of work that DCS does on its own, as its lists show it. */
interface WorkRecord extends Progressing {
  readonly createdAt: string | undefined;
  readonly finishedAt: string | undefined;
}

/** The one record that is waited for. */
export interface Awaitable<Row extends WorkRecord> {
  /** How a sentence calls it, as in "backup X". */
  readonly called: string;
  readonly owner: string;
  /** When it was asked for; milliseconds since 1970. */
  readonly startedAt: number;
  /** One complete look for it. */
  look(options: CallOptions): Promise<Sight<Row>>;
  /** Whether one that is not listed may only be late, after so many looks. */
  mayBeLate(looks: number, now: number): boolean;
  isPending(status: string): boolean;
  isFinal(status: string): boolean;
  readonly knownStatuses: readonly string[];
}

/** Milliseconds until the next look after one that failed; longer each time. */
const AFTER_A_FAILURE = 15_000;
const LONGEST_AFTER_A_FAILURE = 120_000;

/** A wait that was resumed knows little of the work: its pauses are short at first, however old that is. */
const FIRST_PAUSES = 10_000;

/**
 * Waits for work to be finished, well or badly, and tells its progress on the resource's row. "missing": it is not listed,
 * and not only late.
 *
 * `seen` is told of each record, so that a wait that ends early still knows the latest. Passing failures of a look are borne
 * until the deadline; others throw, as does a status that the API reference does not know.
 */
export function awaitRecord<Row extends WorkRecord>(
  awaited: Awaitable<Row>,
  operation: Operation,
  patience: Patience,
  seen: (row: Row, rows: readonly Row[]) => void,
): Promise<Ending<Row | "missing">> {
  const { owner, startedAt } = awaited;
  const { clock, say } = operation;
  const tell = progressTeller(startedAt, awaited.called);
  const options = { ...patience, onPause: tellPauses(operation, owner) };
  let looks = 0;
  let foresight = NO_FORESIGHT;
  let failures = 0;
  const began = clock.now();
  const withinReason = (pause: number) => Math.min(pause, Math.max(FIRST_PAUSES, (clock.now() - began) / 3));

  async function look(): Promise<Finding<Row | "missing">> {
    const told = await tryLook();
    if (!told) {
      failures += 1;
      return { over: false, pause: Math.min(LONGEST_AFTER_A_FAILURE, AFTER_A_FAILURE * 1.5 ** (failures - 1)) };
    }
    failures = 0;
    looks += 1;
    const elapsed = clock.now() - startedAt;
    if (told.seen === "instance-absent") return { over: true, value: "missing" };
    if (told.seen === "absent") {
      if (!awaited.mayBeLate(looks, clock.now())) return { over: true, value: "missing" };
      return { over: false, pause: withinReason(pauseUntilNextLook(elapsed, foresight, undefined)) };
    }
    const { row, rows } = told;
    seen(row, rows);
    if (awaited.isFinal(row.status)) return { over: true, value: row };
    if (!awaited.isPending(row.status)) throw unheardOf(awaited, row.status);
    const message = tell(row, clock.now());
    if (message) say(owner, message);
    foresight = foresee(foresight, row.progress, elapsed);
    return { over: false, pause: withinReason(pauseUntilNextLook(elapsed, foresight, usualDuration(rows))) };
  }

  async function tryLook(): Promise<Sight<Row> | undefined> {
    try {
      return await awaited.look(options);
    } catch (error) {
      if (isPassing(error) && clock.now() < patience.deadline) return undefined;
      throw error;
    }
  }

  return waitUntil(look, patience);
}

function unheardOf({ called, knownStatuses }: Pick<Awaitable<never>, "called" | "knownStatuses">, status: string) {
  const which = called.charAt(0).toUpperCase() + called.slice(1);
  return new DcsError(
    "answer-unreadable",
    `${which} has the status "${status}", which the API reference does not know (it knows ${knownStatuses.join(", ")}). Run pulumi again; if it stays, look at it in the console.`,
  );
}
