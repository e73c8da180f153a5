import { openBench, textAt, textLike, valueAt, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

const refusal = (code: string) => ({ status: 400, body: { error: { code } } });
const backupsHeld = (index = 0) => bench.simulator.world().instances[index]?.backups.length;

function backupsOf(index: number): string {
  return bench.backups.replace(/instances\/[^/]+/, `instances/${bench.card.instances[index]?.id ?? ""}`);
}

test("answers 200 with a backup id and nothing else", async () => {
  const { status, body } = await bench.call("POST", bench.backups, { body: '{"remark":"001"}' });
  expect(status).toBe(200);
  expect(body).toEqual({ backup_id: textLike(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) });
  expect(bench.simulator.world().instances[0]?.backups).toMatchObject([{ remark: "001", status: "waiting" }]);
});

test("takes a cluster instance, and an empty object for no remark", async () => {
  expect(await bench.call("POST", backupsOf(1), { body: "{}" })).toMatchObject({ status: 200 });
  expect(bench.simulator.world().instances[1]?.backups).toMatchObject([{ remark: null }]);
});

test("refuses a single-node instance", async () => {
  expect(await bench.call("POST", backupsOf(2), { body: "{}" })).toMatchObject(refusal("111400086"));
  expect(backupsHeld(2)).toBe(0);
});

test("refuses a second backup while one runs, and takes it afterwards", async () => {
  await bench.takeBackup();
  bench.pass(59.999);
  expect(await bench.call("POST", bench.backups, { body: "{}" })).toMatchObject(refusal("111400096"));
  expect(backupsHeld()).toBe(1);
  bench.pass(0.001);
  expect(await bench.call("POST", bench.backups, { body: "{}" })).toMatchObject({ status: 200 });
});

test("takes only one of two that arrive together", async () => {
  const twice = [1, 2].map(() => bench.call("POST", bench.backups, { body: "{}" }));
  expect((await Promise.all(twice)).map(({ status }) => status).sort()).toEqual([200, 400]);
});

test("backs up two instances at the same time", async () => {
  await bench.takeBackup();
  expect(await bench.call("POST", backupsOf(1), { body: "{}" })).toMatchObject({ status: 200 });
});

test("takes a remark of 128 characters, also outside the basic plane, and refuses 129", async () => {
  const send = (remark: string) => bench.call("POST", bench.backups, { body: JSON.stringify({ remark }) });
  expect(await send("x".repeat(129))).toMatchObject(refusal("111400098"));
  expect(await send("🗄".repeat(129))).toMatchObject(refusal("111400098"));
  expect(backupsHeld()).toBe(0);
  expect(await send("🗄".repeat(128))).toMatchObject({ status: 200 });
});

test.each([
  ["no body", undefined, "111400004"],
  ["blanks", "  ", "111400004"],
  ["torn JSON", '{"remark":', "111400005"],
  ["a JSON list", "[]", "111400005"],
  ["null", "null", "111400005"],
  ["a remark that is a number", '{"remark":1}', "111400062"],
])("refuses %s", async (_name, body, code) => {
  const answer = await bench.call("POST", bench.backups, body === undefined ? {} : { body });
  expect(answer).toMatchObject(refusal(code));
  expect(backupsHeld()).toBe(0);
});

test("looks at the instance's type and state before it looks at the body", async () => {
  expect(await bench.call("POST", backupsOf(2), { body: "torn" })).toMatchObject(refusal("111400086"));
  await bench.takeBackup();
  expect(await bench.call("POST", bench.backups, { body: "torn" })).toMatchObject(refusal("111400096"));
});

test.each([
  ["CREATING", "111400118"],
  ["RESTARTING", "111400111"],
  ["EXTENDING", "111400113"],
  ["RESTORING", "111400097"],
  ["FROZEN", "111400120"],
  ["ERROR", "111400026"],
] as const)("refuses an instance that is %s", async (status, code) => {
  bench = openBench({ world: { instances: [{ name: "busy", status }] } });
  expect(await bench.call("POST", bench.backups, { body: "{}" })).toMatchObject(refusal(code));
});

test("refuses an unknown instance and a malformed instance id", async () => {
  const unknown = bench.backups.replace("5560df16", "00000000");
  expect(await bench.call("POST", unknown, { body: "{}" })).toMatchObject({
    status: 404,
    body: { error: { code: "111404022", message: "This DCS instance does not exist." } },
  });
  const malformed = bench.backups.replace("5560df16-", "");
  expect(await bench.call("POST", malformed, { body: "{}" })).toMatchObject(refusal("111400061"));
});

test("gives every backup an id of its own, the same ones for the same seed", async () => {
  const idsOf = async (seed: string) => {
    bench = openBench({ seed, pace: 0 });
    return [await bench.takeBackup(), await bench.takeBackup()];
  };
  const [first, second] = await idsOf("a");
  expect(first).not.toBe(second);
  expect(await idsOf("a")).toEqual([first, second]);
  expect(await idsOf("b")).not.toContain(first);
});

test("keeps a remark to the letter", async () => {
  await bench.takeBackup('ä "quoted" 日本');
  const { body } = await bench.call("GET", bench.backups);
  expect(textAt(valueAt(body, "backup_record_response", 0), "remark")).toBe('ä "quoted" 日本');
});
