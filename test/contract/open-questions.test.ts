import { API_VERSIONS } from "../../provider/dcs/api-versions";
import { Unfinished } from "../../provider/errors";
import type { FaultSpec, SimulatedOptions } from "../../simulator/index";
import { story } from "../support/story";

/** Each way to read what the documents leave open, as an option of the simulator. */
const OPTIONS: readonly SimulatedOptions[] = [
  {},
  { deletionTakes: 30 },
  { deletionTakes: 30, deletedRows: "kept" },
  { deletedRows: "kept" },
  { deleteOfMissing: "gone" },
  { deleteOfMissing: "not-found" },
  { deleteOfMissing: "storage" },
  { deleteOfMissing: "accept" },
  { listOrder: "oldest-first" },
  { listOrder: "by-id" },
  { listingLag: 45 },
  { limitCap: 10 },
  { limitCap: 13, totalNum: "page" },
  { totalNum: "page" },
  { totalNum: "zero" },
  { totalNum: "absent" },
  { emptyList: "200" },
  { emptyList: "204" },
  { nullStrings: "object" },
  { remarkBytes: 128 },
  { progress: "steps" },
  { progress: "none" },
  { progress: "stuck" },
  { tokenRefusals: "service" },
];

/** Each thing that can happen to one request. */
const FAULTS: readonly FaultSpec["then"][] = [
  { reset: "before" },
  { reset: "after" },
  { late: 20 },
  { late: 20, as: "504" },
  { delay: 20 },
  { torn: true },
  { html: 502 },
  { html: 200, when: "after" },
  { empty: true },
  { throttle: {} },
  { throttle: { retryAfter: 7 } },
  { throttle: { retryAfter: "date" } },
  { answer: { status: 503 } },
  { answer: { code: "DCS.4096" } },
  { answer: { code: "DCS.5000", when: "after" } },
];

describe.each(API_VERSIONS)("a whole life with %s", (apiVersion) => {
  test.each(OPTIONS)("where the service answers so: %j", async (options) => {
    const { inputs, create, read, remove, backups, requests } = story({ pace: 40, apiVersion, ...options });
    const others = [];
    for (let count = 0; count < 11; count++) others.push(await create(inputs()));
    const { id, outs } = await create(inputs({ description: "the twelfth" }));
    expect(outs).toMatchObject({ status: "succeed", type: "manual", restorable: true });
    expect(backups()).toHaveLength(12);
    expect((await read(id, outs)).id).toBe(id);
    await remove(id, outs);
    await remove(id, outs);
    expect((await read(id, outs)).id).toBe("");
    for (const other of others) await remove(other.id, other.outs);
    expect(backups()).toEqual([]);
    const posts = requests().filter((request) => request.startsWith("POST") && request.endsWith("200"));
    expect(posts).toHaveLength(12);
  });

  describe.each(["POST", "GET", "DELETE"])("whose %s meets", (method) => {
    test.each(FAULTS)("%j", async (then) => {
      const { simulator, inputs, create, remove, backups, clock } = story({ pace: 40, apiVersion });
      simulator.fault({ match: { method, path: "/backups" }, then });
      const { id, outs, failed } = await create(inputs()).then(
        (made) => ({ ...made, failed: false }),
        (failure: unknown) => {
          if (!(failure instanceof Unfinished)) throw failure;
          return { id: failure.id, outs: failure.outputs, failed: true };
        },
      );
      // A list that is not what the API describes ends the wait, with the ID in the state; all else is got over.
      expect(failed).toBe(
        method === "GET" && ("torn" in then || "html" in then || "empty" in then) && !isBadGateway(then),
      );
      await remove(id, outs).catch(async () => {
        await clock.run(clock.sleep(60_000));
        await remove(id, outs);
      });
      expect(backups()).toEqual([]);
    });
  });
});

const isBadGateway = (then: FaultSpec["then"]) => "html" in then && then.html === 502;

test("a remark that the service cuts is told on the row", async () => {
  const { inputs, create, said } = story({ pace: 0, remarkBytes: 20 });
  await create(inputs({ description: "a long description" }));
  expect(said).toContain("DCS changed the remark: it no longer ends in our mark, which finds lost backups");
});

test("a version that the region has given up is told with the switch, and the other one works", async () => {
  const gone = story({ pace: 0, published: ["v2"] });
  await expect(gone.create(gone.inputs())).rejects.toMatchObject({ code: "api-not-published" });
  const other = story({ pace: 0, published: ["v2"], apiVersion: "v2" });
  const { id, outs } = await other.create(other.inputs());
  await other.remove(id, outs);
  expect(other.requests()).toEqual([
    "POST /v2/*/instances/*/backups 200",
    "GET /v2/*/instances/*/backups 200",
    "DELETE /v2/*/instances/*/backups/* 204",
    "GET /v2/*/instances/*/backups 204",
  ]);
});

test("with v2 the format is the one that was asked for", async () => {
  for (const backupFormat of ["aof", "rdb"]) {
    const { inputs, create, said } = story({ pace: 0, apiVersion: "v2" });
    const { outs } = await create(inputs({ backupFormat }));
    expect(outs).toMatchObject({ backupFormat, wantedFormat: backupFormat });
    expect(said.filter((text) => text.includes("format"))).toEqual([]);
  }
});

test("a format that DCS did not take is told on the row, and does not replace the backup for ever", async () => {
  const { behaviour, clock, simulator, inputs, create, backups, said } = story({ pace: 60, apiVersion: "v2" });
  clock.after(10_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { format: "aof" });
  });
  const wanted = inputs({ backupFormat: "rdb" });
  const { outs } = await create(wanted);
  expect(said).toContain("DCS chose the format aof instead of rdb");
  expect(behaviour.diff("", { ...outs }, wanted)).toEqual({ changes: false });
});
