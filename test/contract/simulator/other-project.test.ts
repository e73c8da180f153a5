import { openBench, type Bench } from "./bench";

const NOT_THIS_PROJECT = { status: 401, body: { error: { code: "111401004" } } };

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

const OTHER = "other-operator";

test("refuses another user's signature on this project", async () => {
  expect(await bench.call("GET", bench.backups, { as: OTHER })).toMatchObject(NOT_THIS_PROJECT);
});

test("refuses a token of another project", async () => {
  const other = bench.simulator.cardOf(OTHER);
  const headers = { "x-auth-token": await bench.token() };
  const path = `/v1.0/${other.projectId}/instances`;
  expect(await bench.send("GET", path, { headers })).toMatchObject(NOT_THIS_PROJECT);
});

test("refuses a token that is scoped to a domain or to nothing", async () => {
  for (const scope of [{ domain: { name: bench.card.domainName } }, {}]) {
    const headers = { "x-auth-token": await bench.token(scope) };
    expect(await bench.send("GET", bench.backups, { headers })).toMatchObject(NOT_THIS_PROJECT);
  }
});

test("refuses an X-Project-Id that the user may not use", async () => {
  const headers = { "x-project-id": bench.simulator.cardOf(OTHER).projectId };
  const answer = await bench.call("GET", bench.backups, { headers });
  expect(answer).toMatchObject({ status: 403, body: { error_code: "APIGW.0310" } });
});

test("takes X-Project-Id for the project meant, when the user has several", async () => {
  bench = openBench({
    world: {
      projects: [{ name: "eu-de" }, { name: "eu-de_second" }],
      users: [{ name: "u", password: "p", accessKey: "AK", secretKey: "SK", projects: ["eu-de", "eu-de_second"] }],
      instances: [{ name: "far", project: "eu-de_second" }],
    },
  });
  const second = bench.simulator.world().projects[1]?.id ?? "";
  const path = `/v1.0/${second}/instances`;
  expect(await bench.call("GET", path)).toMatchObject(NOT_THIS_PROJECT);
  const answer = await bench.call("GET", path, { headers: { "x-project-id": second } });
  expect(answer).toMatchObject({ status: 200, body: { instance_num: 1 } });
});

test("does not find an instance of another project in the user's own", async () => {
  const elsewhere = bench.simulator.cardOf(OTHER).instances[0]?.id ?? "";
  const path = `/v1.0/${bench.card.projectId}/instances/${elsewhere}`;
  expect(await bench.call("GET", path)).toMatchObject({ status: 404, body: { error: { code: "111404022" } } });
});

test("asks whose project it is before it says whether an instance exists", async () => {
  const path = bench.instance.replace("5560df16", "00000000");
  expect(await bench.call("GET", path, { as: OTHER })).toMatchObject(NOT_THIS_PROJECT);
});
