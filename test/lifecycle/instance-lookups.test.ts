import type { Lookups } from "../../provider/lookups/behaviour";
import { history, looking, SCRATCH } from "../support/looking";
import { failureOf } from "../support/story";

describe("getInstance", () => {
  const open = (apiVersion: "v1.0" | "v2" = "v2") => looking({ world: history, apiVersion });

  test.each(["v1.0", "v2"] as const)("tells all of an instance by its name on %s", async (apiVersion) => {
    const { run, simulator } = open(apiVersion);
    expect(await run("getInstance", { name: "catalogue" })).toEqual({
      instanceId: simulator.card.instances[1]?.id,
      name: "catalogue",
      status: "RUNNING",
      cacheMode: "ha",
      engine: "Redis",
      engineVersion: "6.0",
      capacity: 0.125,
      createdAt: "2026-11-23T10:00:00.000Z",
      backupPolicy: { type: "auto", saveDays: 3, backupAt: [1, 5], beginAt: "02:00-03:00" },
      canBeBackedUp: true,
    });
  });

  test("tells the same by its ID with one request", async () => {
    const { run, instanceId, requests } = open();
    const found = await run("getInstance", { instanceId });
    expect(found).toMatchObject({ name: "sessions", capacity: 2, canBeBackedUp: true });
    expect(found).not.toHaveProperty("backupPolicy");
    expect(requests()).toEqual(["GET /v2/*/instances/* 200"]);
  });

  test("says why an instance cannot be backed up: for ever, for its status, for its task", async () => {
    const { run, instanceId, simulator } = open();
    const why = async () => (await run("getInstance", { instanceId })).whyNot;
    expect(await run("getInstance", { name: "scratch" })).toMatchObject({
      canBeBackedUp: false,
      whyNot: "Single-node instances cannot be backed up.",
    });
    simulator.changeInstance(instanceId, { status: "EXTENDING" });
    expect(await why()).toBe("Only a RUNNING instance can be backed up, and this one is EXTENDING.");
    simulator.changeInstance(instanceId, { status: "RUNNING", task: "CONFIGURING" });
    expect(await why()).toBe("The instance is occupied by another task: CONFIGURING.");
    simulator.changeInstance(instanceId, { task: null });
    expect(await why()).toBeUndefined();
  });

  test("refuses a name that nobody has, naming those there are, and one that two have, naming their IDs", async () => {
    const { run, simulator } = open();
    const nobody = await failureOf(run("getInstance", { name: "session" }));
    expect(nobody["code"]).toBe("instance-unknown");
    expect(nobody.message).toContain("There are sessions, catalogue, scratch.");
    const second = simulator.addInstance({ name: "sessions" });
    const two = await failureOf(run("getInstance", { name: "sessions" }));
    expect(two["code"]).toBe("ambiguous");
    expect(two.message).toContain(second.id);
  });

  test("finds a name on the last page of a project with many instances", async () => {
    const many = Array.from({ length: 230 }, (_, count) => ({ name: `n${count}` }));
    const { run } = looking({ world: { instances: [...many, SCRATCH] } });
    expect(await run("getInstance", { name: "scratch" })).toMatchObject({ cacheMode: "single" });
  });
});

test("getInstances lists those that match, each with its policy, in DCS's order", async () => {
  const { run } = looking({ world: history });
  const names = async (args: Parameters<Lookups["getInstances"]>[0]) =>
    (await run("getInstances", args)).map(({ name, backupPolicy }) => `${name ?? ""} ${backupPolicy?.type ?? "-"}`);
  expect(await names({})).toEqual(["sessions -", "catalogue auto", "scratch -"]);
  expect(await names({ name: "catalogue" })).toEqual(["catalogue auto"]);
  expect(await names({ status: "ERROR" })).toEqual([]);
});

describe("getBackupFileLinks", () => {
  test("gives links for half an hour by v2, also where v1.0 is configured", async () => {
    const { run, instanceId, backups, requests } = looking({ world: history, apiVersion: "v1.0" });
    const found = await run("getBackupFileLinks", { instanceId, backupId: backups()[0]?.id ?? "" });
    expect(found).toMatchObject({
      expiresAt: "2026-11-24T10:30:00.000Z",
      bucketName: expect.stringMatching(/^bucket/) as unknown,
    });
    expect(found.links).toMatchObject([{ fileName: expect.stringMatching(/\.rdb$/) as unknown }]);
    expect(requests()).toEqual(["POST /v2/*/instances/*/backups/*/links 200"]);
  });

  test("asks again after an answer that was lost, since nothing is made", async () => {
    const { run, instanceId, backups, simulator, requests } = looking({ world: history });
    simulator.fault({ match: { path: "/links" }, then: { reset: "after" } });
    const args = { instanceId, backupId: backups()[0]?.id ?? "", expiration: 300 };
    expect((await run("getBackupFileLinks", args)).links).toHaveLength(1);
    expect(requests()).toHaveLength(2);
  });

  test("says what DCS said of a backup that is not there", async () => {
    const { run, instanceId } = looking();
    const args = { instanceId, backupId: "00000000-cebf-4473-95c4-d1b573c16e79" };
    expect((await failureOf(run("getBackupFileLinks", args))).message).toMatch(
      /^Could not get links to the files of backup 0000.*DCS\.4031/,
    );
  });
});
