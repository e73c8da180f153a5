import { openBench, valueAt, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 0 });
});

const take = () => bench.call("POST", bench.backups, { body: "{}" });
const backups = () => bench.simulator.world().instances[0]?.backups ?? [];
const lastEntry = () => bench.simulator.journal().at(-1);
const post = (path: string, body: unknown) => bench.send("POST", `/_simulator/${path}`, { body: JSON.stringify(body) });

describe("a connection that is reset", () => {
  test.each([
    ["before", 0, "none"],
    ["after", 1, "done"],
  ] as const)("%s the effect: fetch rejects with ECONNRESET", async (reset, count, effect) => {
    bench.simulator.fault({ then: { reset } });
    await expect(take()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(backups()).toHaveLength(count);
    expect(lastEntry()).toMatchObject({ method: "POST", status: null, fault: `reset ${reset}`, effect });
  });

  test("after the effect of a deletion: the backup is gone", async () => {
    const id = await bench.takeBackup();
    bench.simulator.fault({ match: { method: "DELETE" }, then: { reset: "after" } });
    await expect(bench.call("DELETE", `${bench.backups}/${id}`)).rejects.toThrow("cut the connection");
    expect(bench.statusOf(id)).toBe("deleted");
  });
});

describe("a late effect", () => {
  test("comes when its time has come, with that time in it, and the journal says so", async () => {
    bench.simulator.fault({ then: { late: 30 } });
    await expect(take()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(lastEntry()).toMatchObject({ status: null, fault: "late 30 as reset", effect: "due" });
    bench.pass(29.999);
    expect(backups()).toEqual([]);
    bench.pass(3600);
    expect(backups()).toMatchObject([{ createdAt: "2026-03-01T12:00:30.000Z" }]);
    expect(lastEntry()).toMatchObject({ effect: "done" });
  });

  test("is seen by the next request, whichever it is", async () => {
    bench.simulator.fault({ then: { late: 30 } });
    await expect(take()).rejects.toThrow();
    bench.pass(30);
    expect(valueAt((await bench.call("GET", bench.backups)).body, "total_num")).toBe(1);
  });

  test("may be answered with a 504 at once", async () => {
    bench.simulator.fault({ then: { late: 30, as: "504" } });
    expect(await take()).toMatchObject({ status: 504, body: { error_code: "APIGW.0201" } });
    expect(backups()).toEqual([]);
    bench.pass(30);
    expect(backups()).toHaveLength(1);
    expect(lastEntry()).toMatchObject({ status: 504, effect: "done" });
  });

  test("of a deletion takes the backup away later", async () => {
    const id = await bench.takeBackup();
    bench.simulator.fault({ match: { method: "DELETE" }, then: { late: 10 } });
    await expect(bench.call("DELETE", `${bench.backups}/${id}`)).rejects.toThrow();
    expect(bench.statusOf(id)).toBe("succeed");
    bench.pass(10);
    expect(bench.statusOf(id)).toBe("deleted");
    expect(backups()).toMatchObject([{ deletedAt: "2026-03-01T12:00:10.000Z" }]);
  });

  test("is none when it is refused by then, and none for who was not let in or only reads", async () => {
    bench = openBench({ pace: 60 });
    bench.simulator.fault({ match: { method: "POST" }, then: { late: 30 } });
    await expect(take()).rejects.toThrow();
    await take();
    bench.pass(30);
    expect(backups()).toHaveLength(1);
    expect(bench.simulator.journal().map(({ effect }) => effect)).toEqual(["none", "done"]);
    bench.simulator.fault({ times: 2, then: { late: 1 } });
    await expect(bench.send("POST", bench.backups, { body: "{}" })).rejects.toThrow();
    await expect(bench.call("GET", bench.backups)).rejects.toThrow();
    expect(bench.simulator.journal().map(({ effect }) => effect)).toEqual(["none", "done", "none", "none"]);
  });

  test("is none on an instance that was deleted meanwhile", async () => {
    bench.simulator.fault({ then: { late: 30 } });
    await expect(take()).rejects.toThrow();
    bench.simulator.deleteInstance(bench.card.instances[0]?.id ?? "");
    bench.pass(30);
    expect(lastEntry()).toMatchObject({ effect: "none" });
  });

  test("comes in the order of time with others, and never after a reset of the simulator", async () => {
    bench.simulator.fault({ match: { method: "POST" }, then: { late: 20 } });
    bench.simulator.fault({ match: { method: "POST" }, after: 1, then: { late: 10 } });
    await expect(take()).rejects.toThrow();
    await expect(take()).rejects.toThrow();
    bench.pass(60);
    expect(backups().map(({ createdAt }) => createdAt.slice(17, 19))).toEqual(["10", "20"]);
    bench.simulator.fault({ then: { late: 10 } });
    await expect(take()).rejects.toThrow();
    bench.simulator.reset();
    bench.pass(60);
    expect(backups()).toEqual([]);
  });
});

describe("a held request", () => {
  test("waits on receipt until it is released: nothing has happened yet", async () => {
    bench.simulator.fault({ then: { hold: "A", at: "receipt" } });
    const answer = take();
    await bench.settled();
    expect(bench.simulator.held()).toEqual([
      { name: "A", method: "POST", path: bench.backups, at: "receipt", since: "2026-03-01T12:00:00.000Z" },
    ]);
    expect(backups()).toEqual([]);
    expect(bench.simulator.journal()).toEqual([]);
    expect(bench.simulator.release("A")).toBe(1);
    expect(await answer).toMatchObject({ status: 200 });
    expect(lastEntry()).toMatchObject({ fault: "hold A at receipt", effect: "done", status: 200 });
    expect(bench.simulator.held()).toEqual([]);
  });

  test("waits after its effect, with its answer kept back", async () => {
    bench.simulator.fault({ then: { hold: "A", at: "effect" } });
    const answer = take();
    await bench.settled();
    expect(backups()).toHaveLength(1);
    expect(await bench.send("GET", "/_simulator/held")).toMatchObject({ body: [{ name: "A", at: "effect" }] });
    expect(await post("release", { name: "A" })).toMatchObject({ status: 200, body: { released: 1 } });
    expect(await answer).toMatchObject({ status: 200 });
  });

  test("is released by its own name only, and all by one name together", async () => {
    bench.simulator.fault({ times: 2, then: { hold: "A" } });
    bench.simulator.fault({ after: 2, then: { hold: "B" } });
    const answers = [1, 2, 3].map(() => bench.call("GET", bench.backups));
    await bench.settled();
    expect(bench.simulator.held().map(({ name }) => name)).toEqual(["A", "A", "B"]);
    expect(await post("release", { name: "C" })).toMatchObject({ body: { released: 0 } });
    expect(bench.simulator.release("A")).toBe(2);
    expect(bench.simulator.held().map(({ name }) => name)).toEqual(["B"]);
    bench.simulator.reset();
    for (const answer of answers) expect(await answer).toMatchObject({ status: 200 });
  });

  test("finds an instance that was deleted meanwhile unknown", async () => {
    bench.simulator.fault({ then: { hold: "A" } });
    const answer = take();
    await bench.settled();
    bench.simulator.deleteInstance(bench.card.instances[0]?.id ?? "");
    bench.simulator.release("A");
    expect(await answer).toMatchObject({ status: 404, body: { error: { code: "111404022" } } });
  });
});

describe("a delay", () => {
  test.each([
    ["receipt", 0],
    ["effect", 1],
  ] as const)("at the %s lasts as long as it says, by the clock that was given", async (at, whileWaiting) => {
    bench.simulator.fault({ then: { delay: 20, at } });
    let answered = false;
    const answer = take().finally(() => (answered = true));
    await bench.settled();
    bench.pass(19.999);
    await bench.settled();
    expect(answered).toBe(false);
    expect(backups()).toHaveLength(whileWaiting);
    bench.pass(0.001);
    expect(await answer).toMatchObject({ status: 200 });
    expect(lastEntry()).toMatchObject({ fault: `delay 20 at ${at}` });
  });

  test("ends when the time is advanced past it, also on the machine's own clock", async () => {
    bench = openBench({ pace: 0, clock: { now: () => Date.parse("2026-03-01T12:00:00Z") } });
    bench.simulator.fault({ then: { delay: 3600 } });
    const answer = take();
    await bench.settled();
    expect(backups()).toEqual([]);
    bench.simulator.advance("1h");
    expect(await answer).toMatchObject({ status: 200 });
  });

  test("and a hold tell the clock that they only wait", async () => {
    const idle = jest.fn((wait: Promise<void>) => wait);
    bench = openBench({ pace: 0, clock: { now: () => Date.parse("2026-03-01T12:00:00Z"), idle } });
    bench.simulator.fault({ then: { delay: 3600 } });
    bench.simulator.fault({ after: 1, then: { hold: "A" } });
    const answers = [bench.call("GET", bench.backups), bench.call("GET", bench.backups)];
    await bench.settled();
    expect(idle).toHaveBeenCalledTimes(2);
    bench.simulator.wakeAll();
    await Promise.all(answers);
  });
});
