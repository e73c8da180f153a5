import fc from "fast-check";
import type { FaultSpec } from "../../simulator/index";
import type { ByHandStep, Change, Cut, History, RunStep, Step } from "./history";
import { SECRET } from "./world";

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** The value once in so many cases, else nothing. */
const oneIn = <T>(cases: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: cases - 1 }, { arbitrary: value, weight: 1 });

const POST = { method: "POST" };
const DELETE = { method: "DELETE" };
const GET = { method: "GET" };

/** What may happen to a request; none takes an effect so late that an absence of a minute would be wrong for ever. */
const CONSEQUENCES: readonly FaultSpec["then"][] = [
  { reset: "before" },
  { reset: "after" },
  { late: 5 },
  { late: 45, as: "504" },
  { late: 100 },
  { torn: true },
  { empty: true },
  { html: 502 },
  { html: 404 },
  { answer: { status: 404 } },
  { answer: { status: 404, code: "APIGW.0101" } },
  { answer: { code: "DCS.4097" } },
  { answer: { code: "DCS.4101" } },
  { answer: { code: "DCS.3003" } },
  { answer: { code: "DCS.3022" } },
  { answer: { status: 504, code: "APIGW.0201", when: "after" } },
  { answer: { status: 200, body: { backup_record_response: [], total_num: 3 } } },
  { throttle: {} },
  { throttle: { retryAfter: 20 } },
  { unauthorized: true },
  { delay: 40 },
  { delay: 40, at: "effect" },
];

const fault: fc.Arbitrary<FaultSpec> = fc.record({
  match: some([POST, POST, DELETE, GET]),
  then: some(CONSEQUENCES),
  times: some([1, 1, 1, 2, 3, 30]),
  after: some([0, 0, 1, 3]),
});

/** What makes two backups of one create: the first order has its effect when the second one has had its own. */
const TWO_EFFECTS: readonly FaultSpec[] = [
  { match: POST, then: { late: 100 }, times: 1 },
  { match: POST, then: { delay: 40, at: "effect" }, times: 1 },
];

const faults = fc.oneof(
  { weight: 8, arbitrary: fc.array(fault, { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: fc.constant(TWO_EFFECTS) },
);

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.integer({ min: 1, max: 14 }),
  how: some(["kill the CLI", "kill the host", "kill both", "stop", "stop twice"] as const),
});

const change: fc.Arbitrary<Change> = fc.record({
  name: some(["a", "a", "a", "a", "b", "rotation", "rotation", "rotation", "restore", "restore"]),
  args: fc.option(
    fc.record({
      instance: some([0, 0, 1]),
      release: some([1, 2, 3]),
      description: oneIn(2, fc.constant(SECRET)),
      whenGone: oneIn(4, fc.constant("keep" as const)),
      timeout: oneIn(4, fc.constant("2m")),
      backup: oneIn(4, fc.nat(5)),
      keep: some([1, 2, 3]),
    }),
    { nil: undefined, freq: 4 },
  ),
});

/** One resource adopts what another one has made, and the other is dropped in the same run. */
const handover: readonly Change[] = [{ name: "b", args: { instance: 0, release: 1, backup: "a" } }, { name: "a" }];

const changes = fc.oneof(
  { weight: 15, arbitrary: fc.array(change, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant(handover) },
);

const stack = some(["dev", "dev", "dev", "prod"] as const);
const kind = some(["up", "up", "up", "refresh", "destroy"] as const);

const run: fc.Arbitrary<RunStep> = fc.record({
  do: kind,
  stack,
  changes,
  cut: oneIn(2, cut),
  faults: oneIn(2, faults),
  failsAfter: oneIn(6, some([1, 20, 90])),
  besides: oneIn(4, kind),
});

const byHand: fc.Arbitrary<ByHandStep> = fc.record({
  do: fc.constant("by hand" as const),
  what: some([
    "take",
    "copy the remark",
    "delete",
    "delete",
    "delete, row kept",
    "expire",
    "fail",
    "busy",
    "delete instance",
    "delete instance",
  ] as const),
  pick: fc.nat(9),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: run },
  { weight: 3, arbitrary: byHand },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leftovers" as const), stack }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: some([30, 300, 4_000]) }) },
);

/** Where the documents are silent, or disagree, the service may be so or so. */
const options = fc.record({
  pace: some([0, 0, 5, 60, 150, 400]),
  keep: some([24, 24, 24, 3]),
  deletionTakes: some([0, 0, 3, 200]),
  deletedRows: some(["dropped", "kept"] as const),
  deleteOfMissing: some(["gone", "not-found", "storage", "accept"] as const),
  deleteOfRunning: some(["busy", "state", "accept"] as const),
  listOrder: some(["newest-first", "oldest-first", "by-id"] as const),
  listingLag: some([0, 0, 3, 30]),
  limitCap: some([null, null, 10]),
  totalNum: some(["all", "page", "zero", "absent"] as const),
  emptyList: some(["documented", "200", "204"] as const),
  nullStrings: some(["null", "object"] as const),
  progress: some(["linear", "steps", "none", "stuck"] as const),
});

/** Any history of a few steps. */
export const randomHistory: fc.Arbitrary<History> = fc.record({
  apiVersion: some(["v1.0", "v2"] as const),
  crowd: some([0, 0, 9, 12]),
  options,
  steps: fc.array(step, { minLength: 2, maxLength: 8, size: "max" }),
});
