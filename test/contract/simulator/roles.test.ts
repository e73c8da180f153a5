import { openBench, passwordRequest, textLike, type Bench } from "./bench";

let bench: Bench;
let id: string;
beforeEach(async () => {
  bench = openBench({ pace: 0 });
  id = await bench.takeBackup("of the operator");
});

const FORBIDDEN = { status: 403, body: { error: { code: "111403003" } } };

const operations = (version: "v1.0" | "v2" = "v1.0") => {
  const { instance, backups } = version === "v2" ? bench.v2 : bench;
  return {
    "list instances": ["GET", `/${version}/${bench.card.projectId}/instances`],
    "show an instance": ["GET", instance],
    "list backups": ["GET", backups],
    "create a backup": ["POST", backups],
    "delete a backup": ["DELETE", `${backups}/${id}`],
  } as const;
};
type Operation = keyof ReturnType<typeof operations>;

/** The statuses of all operations for a user, in order. */
async function statuses(as: string, version?: "v1.0" | "v2"): Promise<Record<Operation, number>> {
  const found = new Map<string, number>();
  for (const [name, [method, path]] of Object.entries(operations(version))) {
    const body = method === "POST" ? { body: "{}" } : {};
    found.set(name, (await bench.call(method, path, { as, ...body })).status);
  }
  // The entries are those of `operations`, one status each.
  return Object.fromEntries(found) as Record<Operation, number>;
}

const READING = { "list instances": 200, "show an instance": 200, "list backups": 200 };

test("the operator may do everything", async () => {
  expect(await statuses("backup-operator")).toEqual({ ...READING, "create a backup": 200, "delete a backup": 200 });
});

test.each(["v1.0", "v2"] as const)("a reader may look and do nothing else, on %s", async (version) => {
  expect(await statuses("backup-reader", version)).toEqual({
    ...READING,
    "create a backup": 403,
    "delete a backup": 403,
  });
  expect(bench.simulator.world().instances[0]?.backups).toMatchObject([{ id, deletedAt: null }]);
});

test("a maker may take backups and delete none", async () => {
  expect(await statuses("backup-maker")).toEqual({ ...READING, "create a backup": 200, "delete a backup": 403 });
});

test("a stranger may do nothing in DCS, but finds his project", async () => {
  expect(new Set(Object.values(await statuses("stranger")))).toEqual(new Set([403]));
  expect(await bench.call("GET", "/v3/projects?name=eu-de", { as: "stranger" })).toMatchObject({ status: 200 });
});

test("restores and their records, and links, take their own permissions", async () => {
  const { instance, backups } = bench.v2;
  const body = JSON.stringify({ backup_id: id });
  const order = (as: string) => bench.call("POST", `${instance}/restores`, { as, body });
  const link = (as: string) => bench.call("POST", `${backups}/${id}/links`, { as, body: '{ "expiration": 300 }' });
  expect(await order("backup-reader")).toMatchObject({ status: 403, body: { error_code: "DCS.2003" } });
  expect(await link("backup-reader")).toMatchObject({ status: 403, body: { error_code: "DCS.2003" } });
  expect(await link("backup-maker")).toMatchObject({ status: 200 });
  expect(await order("backup-maker")).toMatchObject({ status: 200 });
  for (const [as, status] of [
    ["backup-reader", 200],
    ["stranger", 403],
  ] as const) {
    expect(await bench.call("GET", `${instance}/restores`, { as })).toMatchObject({ status });
  }
});

test("a token may do no more than its user", async () => {
  const body = passwordRequest(bench.simulator.cardOf("backup-reader"), { project: { name: "eu-de" } });
  const { headers } = await bench.send("POST", "/v3/auth/tokens", { body });
  const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
  expect(await bench.send("POST", bench.backups, { headers: token, body: "{}" })).toMatchObject(FORBIDDEN);
});

test("is refused in each version's own code", async () => {
  const as = "backup-reader";
  expect(await bench.call("POST", bench.backups, { as, body: "{}" })).toMatchObject(FORBIDDEN);
  expect(await bench.call("POST", bench.v2.backups, { as, body: "{}" })).toMatchObject({
    status: 403,
    body: { error_code: "DCS.2003" },
  });
});

test("is refused by the policy check or by the gateway where an option says so", async () => {
  const ask = () => bench.call("DELETE", `${bench.v2.backups}/${id}`, { as: "backup-maker" });
  bench.simulator.change({ permissionRefusals: "policy" });
  const error_msg = textLike(/dcs:instance:deleteDataBackupFile/);
  expect(await ask()).toMatchObject({ status: 403, body: { error_code: "DCS.2007", error_msg } });
  bench.simulator.change({ permissionRefusals: "gateway" });
  expect(await ask()).toMatchObject({ status: 403, body: { error_code: "APIGW.0302" } });
});

test("is asked before it is said whether an instance exists", async () => {
  const path = bench.backups.replace("5560df16", "00000000");
  expect(await bench.call("POST", path, { as: "backup-reader", body: "{}" })).toMatchObject(FORBIDDEN);
});

describe("a user who is changed while it runs", () => {
  const patch = (name: string, change: unknown) =>
    bench.send("PATCH", `/_simulator/users/${name}`, { body: JSON.stringify(change) });

  test("may do what the new role allows", async () => {
    expect(await patch("backup-reader", { role: "full" })).toMatchObject({ status: 200, body: { role: "full" } });
    expect(await bench.call("POST", bench.backups, { as: "backup-reader", body: "{}" })).toMatchObject({ status: 200 });
  });

  test("is known by the new keys and password only, until a reset", async () => {
    const before = bench.card;
    const change = { accessKey: "ROTATED", secretKey: "rotated", password: "rotated" };
    bench.simulator.changeUser(before.userName, change);
    expect(bench.simulator.card).toMatchObject(change);
    expect(await bench.call("GET", bench.backups, { as: before.userName })).toMatchObject({ status: 200 });
    expect(await bench.call("GET", bench.backups)).toMatchObject({ status: 401 });
    expect(await bench.send("POST", "/v3/auth/tokens", { body: passwordRequest(before) })).toMatchObject({
      status: 401,
    });
    bench.simulator.reset();
    expect(await bench.call("GET", bench.backups)).toMatchObject({ status: 200 });
  });

  test("gets no key that is another's, no role that is none, and is one who exists", async () => {
    const { accessKey } = bench.simulator.cardOf("other-operator");
    expect(await patch("backup-reader", { accessKey })).toMatchObject({ status: 400 });
    expect(await patch("backup-reader", { role: "king" })).toMatchObject({
      status: 400,
      body: { error: textLike(/role: give one of full, read-only, no-delete, none/) },
    });
    expect(await patch("nobody", { role: "full" })).toMatchObject({ status: 404 });
  });
});
