import fc from "fast-check";
import { type Authorized, type Authorizer, KnownRefusal } from "../../provider/dcs/authorizer";
import { CallFailed, caller, type Pause } from "../../provider/dcs/call";
import { type HttpAnswer, type HttpRequest, NoAnswer } from "../../provider/dcs/exchange";
import { gateOf } from "../../provider/dcs/gate";
import { seededDice } from "../support/dice";
import { VirtualClock } from "../support/virtual-clock";

type Outcome = HttpAnswer | NoAnswer;

const ok: HttpAnswer = { status: 200, headers: {}, body: "{}" };
const answer = (status: number, code?: string, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body: code ? JSON.stringify({ error: { code, message: "text" } }) : "",
});
const cut = new NoAnswer("the connection was cut", "perhaps");
const unsent = new NoAnswer("nothing listens there", "no");
const url = "https://dcs.test/v1.0/p/instances/i/backups";

const bearing = (judge: Authorized["judge"]): Authorizer => ({
  authorize: (request) => Promise.resolve({ request, identity: "test keys", judge }),
});

/** A call to a service that gives these outcomes one after the other, then succeeds. */
function calling(method: HttpRequest["method"], outcomes: readonly Outcome[], authorizer = bearing(() => false)) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const began = clock.now();
  const sent: number[] = [];
  const pauses: Pause[] = [];
  const call = caller({
    dice: seededDice(7),
    gate: gateOf(clock, seededDice(8)),
    authorizer,
    send: () => {
      const outcome = outcomes[sent.length] ?? ok;
      sent.push(clock.now() - began);
      return outcome instanceof NoAnswer ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
  });
  return {
    clock,
    stop,
    sent,
    pauses,
    run: (budget = 600_000) =>
      clock.run(
        call(
          "try it",
          { method, url, headers: {} },
          {
            clock,
            deadline: began + budget,
            signal: stop.signal,
            onPause: (pause) => pauses.push(pause),
          },
        ),
      ),
    elapsed: () => clock.now() - began,
  };
}

test("a GET survives a reset, a bad gateway and throttling", async () => {
  const { run, sent } = calling("GET", [cut, answer(502), answer(429, "APIGW.0308")]);
  expect(await run()).toEqual(ok);
  expect(sent).toHaveLength(4);
});

test("a POST whose answer was lost is sent once, and its failure says that it may be done", async () => {
  const { run, sent } = calling("POST", [cut]);
  await expect(run()).rejects.toMatchObject({ code: "answer-lost", perhapsDone: true });
  expect(sent).toHaveLength(1);
});

test("a POST that met a busy instance waits in line and is sent again, as it surely did nothing", async () => {
  const { run, sent, pauses } = calling("POST", [answer(400, "111400096"), answer(400, "111400097")]);
  await run();
  expect(sent).toHaveLength(3);
  expect(pauses).toEqual([
    { kind: "in-line", why: "a backup of the instance is running" },
    { kind: "in-line", why: "a restore of the instance is running" },
  ]);
});

test("a refusal after which something was renewed is followed by another attempt, and never by endless ones", async () => {
  const refused = answer(401, "111401002");
  const renewing = bearing(({ credentials }) => credentials === "refused");
  const once = calling("POST", [refused], renewing);
  expect(await once.run()).toEqual(ok);
  const always = calling("GET", Array<Outcome>(20).fill(refused), renewing);
  await expect(always.run()).rejects.toMatchObject({ code: "credentials-refused" });
  expect([once.sent.length, always.sent.length]).toEqual([2, 5]);
});

test("whoever bears the credentials is told what became of each request", async () => {
  const told: string[] = [];
  const listening = bearing(({ credentials }) => {
    told.push(credentials);
    return false;
  });
  await calling("GET", [cut, answer(502), answer(429), answer(400, "111400096")], listening).run();
  expect(told).toEqual(["not told", "not told", "not told", "accepted", "accepted"]);
});

test("what an earlier request was refused counts without being sent, and the message says so", async () => {
  const refusal = { status: 401, meaning: "token", fromDcs: false } as const;
  const { run, sent } = calling("DELETE", [], {
    authorize: () => Promise.reject(new KnownRefusal(refusal, "the keys of a test")),
  });
  await expect(run()).rejects.toMatchObject({
    code: "credentials-refused",
    perhapsDone: false,
    message: expect.stringMatching(
      /^Could not try it at https:\/\/dcs\.test: HTTP 401\. An earlier request of this run has met this, .+ the keys of a test\./,
    ) as string,
  });
  expect(sent).toEqual([]);
});

test("a stop while somebody else's trial is awaited hands the turn on when it comes", async () => {
  const told: string[] = [];
  const { clock, stop, run, sent } = calling("GET", [], {
    authorize: async (request) => {
      await clock.sleep(100);
      return { request, identity: "late", judge: ({ credentials }) => told.push(credentials) === 0 };
    },
  });
  clock.after(10, () => {
    stop.abort();
  });
  await expect(run()).rejects.toMatchObject({ code: "interrupted" });
  await clock.run(clock.sleep(200));
  expect([told, sent]).toEqual([["not told"], []]);
});

test("nothing is sent any more after a stop, even by a call that waits", async () => {
  const { clock, stop, run, sent } = calling("POST", [answer(400, "111400096"), answer(400, "111400096")]);
  clock.after(1, () => {
    stop.abort();
  });
  await expect(run()).rejects.toMatchObject({ code: "interrupted", perhapsDone: false });
  expect(sent).toEqual([0]);
});

test("a refusal as busy has done nothing, though its status is 500", async () => {
  const { run } = calling("POST", [answer(500, "111400069")]);
  await expect(run(1)).rejects.toMatchObject({ code: "instance-busy", perhapsDone: false });
});

test("failures that a busy instance interrupts are not in a row", async () => {
  const spell = [
    answer(502),
    answer(502),
    answer(502),
    answer(502),
    answer(502),
    answer(502),
    answer(400, "111400097"),
  ];
  const { run, sent } = calling("DELETE", [...spell, ...spell, ...spell]);
  expect(await run(3_600_000)).toEqual(ok);
  expect(sent).toHaveLength(22);
});

test("a stop while a request is on its way is told as such", async () => {
  const { stop, run, pauses } = calling("GET", [cut], {
    authorize: (request) => {
      queueMicrotask(() => {
        stop.abort();
      });
      return Promise.resolve({ request, identity: "test keys", judge: () => false });
    },
  });
  await expect(run()).rejects.toThrow("Could not try it: Pulumi was asked to stop.");
  expect(pauses).toEqual([]);
});

test("a stop ends the waiting for a token that others may still get", async () => {
  const { clock, stop, run, sent } = calling("GET", [], { authorize: () => new Promise(() => undefined) });
  clock.after(10, () => {
    stop.abort();
  });
  await expect(run()).rejects.toMatchObject({ code: "interrupted" });
  expect(sent).toEqual([]);
});

test("an API version that the gateway does not publish is told with the switch", async () => {
  const gone = { status: 404, headers: {}, body: '{"error_code":"APIGW.0101","error_msg":"The API does not exist."}' };
  await expect(calling("GET", [gone]).run()).rejects.toThrow(
    'Could not try it at https://dcs.test: the gateway does not publish this version of the API (HTTP 404, APIGW.0101, "The API does not exist."). If the region has given up this version of the API, choose the other one: the argument apiVersion, or pulumi config set dcs:apiVersion "v2".',
  );
});

const outcomes = fc.array(
  fc.constantFrom<Outcome>(
    cut,
    unsent,
    answer(400),
    answer(401),
    answer(403),
    answer(404),
    answer(408),
    answer(429),
    answer(429, undefined, { "retry-after": "30" }),
    answer(500),
    answer(500, "111400101"),
    answer(502),
    answer(503),
    answer(504),
    answer(400, "111400096"),
    ok,
  ),
  { maxLength: 60 },
);

test("whatever the service does, a call ends by its deadline", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<HttpRequest["method"]>("GET", "POST", "DELETE"),
      outcomes,
      fc.integer({ min: 1, max: 900_000 }),
      async (method, given, budget) => {
        const { run, elapsed } = calling(method, given);
        await run(budget).catch((error: unknown) => {
          expect(error).toBeInstanceOf(CallFailed);
        });
        expect(elapsed()).toBeLessThanOrEqual(budget);
      },
    ),
  );
});

test("whatever the service does, a POST that may have had an effect is never sent again", async () => {
  await fc.assert(
    fc.asyncProperty(outcomes, async (given) => {
      const { run, sent } = calling("POST", given);
      await run().catch(() => undefined);
      const effective = given.findIndex((outcome) =>
        outcome instanceof NoAnswer ? outcome.arrived === "perhaps" : outcome.status >= 500 || outcome.status === 200,
      );
      if (effective >= 0) expect(sent.length).toBeLessThanOrEqual(effective + 1);
    }),
  );
});
