import { DcsError } from "../errors";
import type { CallOptions } from "./call";
import { type Reading, TornList } from "./reading";

/** Milliseconds between two readings that have to agree. */
const BETWEEN_READINGS = 1_000;

/** A torn list is read again this often; then it is believed to be torn for good. */
const MOST_TORN = 3;

/** Reads until the row is there, or one reading is beyond doubt, or two readings in a row agree. */
export async function settled<Row>(
  read: () => Promise<Reading<Row>>,
  isOurs: (row: Row) => boolean,
  idOf: (row: Row) => string,
  { clock, deadline, signal }: CallOptions,
): Promise<readonly Row[]> {
  let before: string | undefined;
  for (let torn = 0; ;) {
    const reading = await read().catch((error: unknown) => {
      torn += 1;
      if (error instanceof TornList && torn < MOST_TORN) return undefined;
      throw error;
    });
    if (reading) {
      const ids = reading.rows.map(idOf).sort().join();
      if (!reading.doubtful || reading.rows.some(isOurs) || ids === before) return reading.rows;
      if (before !== undefined && (clock.now() >= deadline || signal.aborted)) throw unsettled();
      before = ids;
    }
    await clock.sleep(BETWEEN_READINGS, signal);
  }
}

function unsettled(): DcsError {
  return new DcsError(
    "answer-unreadable",
    "The list that DCS gave changed at every reading until the deadline, so it proves nothing. Run pulumi again.",
  );
}
