import { OPERATIONS, sampleOf, sentenceOf } from "../support/cuts";
import { openCutShop } from "./cut-shop";
import { CASES, OCCASIONS } from "./operations";
import { stacksPreparedWithin } from "./prepared";
import { runCase } from "./run-case";

/** The environment variable INTERRUPTION_SEED draws another sample. */
const SEED = Number(process.env["INTERRUPTION_SEED"] ?? 7);

/** A case runs the CLI five times and more, perhaps on a busy machine. Milliseconds. */
const CASE_LIMIT = 5 * 60_000;

const prepared = stacksPreparedWithin(CASE_LIMIT);

test.each(OPERATIONS)("uncut, %s sends the requests at which it is cut", async (operation) => {
  const shop = await openCutShop(operation, Number.POSITIVE_INFINITY, await prepared());
  try {
    await shop.stack.up();
    expect(shop.answered()).toEqual(OCCASIONS[operation].requests);
  } finally {
    await shop.close();
  }
});

describe(`20 of ${CASES.length} cuts, drawn with the seed ${SEED} (INTERRUPTION_SEED draws others)`, () => {
  const sample = sampleOf(CASES, 20, SEED).map((each) => [sentenceOf(each), each] as const);
  test.each(sample)(
    "nothing is lost and nothing is left: %s",
    async (_, each) => {
      await runCase(each, await prepared());
    },
    CASE_LIMIT,
  );
});
