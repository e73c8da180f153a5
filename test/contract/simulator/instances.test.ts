import { openBench, valueAt, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

test("shows an instance with its mode, status and, on v1.0, no task", async () => {
  await bench.takeBackup();
  expect(await bench.call("GET", bench.instance)).toMatchObject({
    status: 200,
    body: {
      instance_id: bench.card.instances[0]?.id,
      name: "sessions",
      status: "RUNNING",
      cache_mode: "ha",
      engine: "Redis",
      engine_version: "5.0",
      capacity: 2,
      task: null,
    },
  });
});

test("refuses an unknown instance with DCS's own code", async () => {
  const answer = await bench.call("GET", bench.instance.replace("5560df16", "00000000"));
  expect(answer).toMatchObject({ status: 404, body: { error: { code: "111404022" } } });
});

async function list(query = "") {
  const { body } = await bench.call("GET", `/v1.0/${bench.card.projectId}/instances${query}`);
  const names = [...JSON.stringify(body).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name).join(" ");
  return { names, count: valueAt(body, "instance_num") };
}

test("lists the project's instances and no other's", async () => {
  expect(await list()).toEqual({ names: "sessions catalogue scratch", count: 3 });
});

test.each([
  ["?start=2", "catalogue scratch", 3],
  ["?start=2&limit=1", "catalogue", 3],
  ["?start=4", "", 3],
  ["?name=scratch", "scratch", 1],
  ["?status=ERROR", "", 0],
  ["?id=5560df16-cebf-4473-95c4-d1b573c16e79&name=&status=", "sessions", 1],
])("pages from 1 and filters: %s", async (query, names, count) => {
  expect(await list(query)).toEqual({ names, count });
});

test.each(["?limit=2001", "?limit=0", "?start=0"])("refuses %s", async (query) => {
  const answer = await bench.call("GET", `/v1.0/${bench.card.projectId}/instances${query}`);
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "111400062" } } });
});

test("lists no instances without credentials", async () => {
  expect(await bench.send("GET", `/v1.0/${bench.card.projectId}/instances`)).toMatchObject({ status: 401 });
});
