import { lookupBehaviour, type Lookups } from "../../provider/lookups/behaviour";
import type { InstanceSpec, WorldSpec } from "../../simulator/index";
import { failureOf, story, type StoryOptions } from "../support/story";

/** A story of lookups, all in virtual time. */
function looking(options: StoryOptions = {}) {
  const told = story(options);
  const lookups = lookupBehaviour(told);
  const run = <Name extends keyof Lookups>(name: Name, args: Parameters<Lookups[Name]>[0]) => {
    const look = lookups[name] as (given: typeof args) => ReturnType<Lookups[Name]>; // the one of this name
    return told.clock.run(look(args) as Promise<Awaited<ReturnType<Lookups[Name]>>>);
  };
  return { ...told, run };
}

const SCRATCH: InstanceSpec = { name: "scratch", cacheMode: "single" };
const history: WorldSpec = {
  instances: [
    {
      name: "sessions",
      backups: [
        { remark: "before 1.0 pulumi-0a1b2c-abcdefgh", createdAt: "2026-11-01T00:00:00Z" },
        { remark: "Nightly", type: "auto", format: "aof", period: "02:00-03:00", createdAt: "2026-11-03T02:00:00Z" },
        { remark: "before 1.1", createdAt: "2026-11-02T00:00:00Z", size: 7 },
        { remark: "broken", failure: "dcs.08.0002", createdAt: "2026-11-04T00:00:00Z" },
        { remark: "old", type: "auto", createdAt: "2026-10-01T00:00:00Z", expiresAt: "2026-10-08T00:00:00Z" },
      ],
    },
    { name: "catalogue", backupPolicy: { saveDays: 3, backupAt: [1, 5] }, capacity: 0.125, engineVersion: "6.0" },
    SCRATCH,
  ],
};

describe.each(["v1.0", "v2"] as const)("getBackups on %s", (apiVersion) => {
  const open = () => looking({ world: history, apiVersion });
  type Filter = Omit<Parameters<Lookups["getBackups"]>[0], "instanceId">;

  test.each<[string, Filter, string[]]>([
    ["lists those whose file is there or to come, newest first", {}, ["broken", "Nightly", "before 1.1", "before 1.0"]],
    ["by type", { type: "auto" }, ["Nightly"]],
    ["by status", { status: "succeed" }, ["Nightly", "before 1.1", "before 1.0"]],
    ["by a status whose file is gone", { status: "expired" }, ["old"]],
    ["by format, whatever its spelling on the wire", { backupFormat: "aof" }, ["Nightly"]],
    ["by the time after, which itself is not meant", { createdAfter: "2026-11-02T00:00:00Z" }, ["broken", "Nightly"]],
    ["by the time before, in any zone", { createdBefore: "2026-11-02T01:00:00+02:00" }, ["before 1.0"]],
    ["by a part of the remark, in capitals or not", { text: "NIGHT" }, ["Nightly"]],
    ["by a part of the name", { text: "backup_20261102" }, ["before 1.1"]],
    ["by all at once", { type: "manual", status: "succeed", text: "before" }, ["before 1.1", "before 1.0"]],
    ["only the newest that matches", { text: "before", mostRecent: true }, ["before 1.1"]],
    ["nothing where nothing matches", { text: "tomorrow", mostRecent: true }, []],
  ])("%s", async (_what, filter, expected) => {
    const { run, instanceId } = open();
    const found = await run("getBackups", { instanceId, ...filter });
    expect(found.map(({ remark }) => remark?.replace(/ pulumi-.*/, ""))).toEqual(expected);
  });

  test("gives each with what the service says, and nothing that it does not say", async () => {
    const { run, instanceId } = open();
    const [broken, nightly, , first] = await run("getBackups", { instanceId });
    expect(nightly).toEqual({
      id: `${instanceId}/${nightly?.backupId ?? ""}`,
      backupId: expect.any(String) as unknown,
      instanceId,
      name: "backup_20261103030000",
      remark: "Nightly",
      bearsPulumiMark: false,
      type: "auto",
      backupFormat: "aof",
      period: "02:00-03:00",
      status: "succeed",
      progress: 100,
      size: 880_232,
      createdAt: "2026-11-03T02:00:00.000Z",
      startedAt: "2026-11-03T02:00:03.000Z",
      finishedAt: "2026-11-03T02:01:00.000Z",
      restorable: true,
    });
    expect(broken).toMatchObject({ status: "failed", failure: "it took too long (dcs.08.0002)", restorable: false });
    expect(first?.bearsPulumiMark).toBe(true);
  });

  test("reads every page of a long list", async () => {
    const backups = Array.from({ length: 35 }, (_, count) => ({ remark: `r${count}` }));
    const { run, instanceId } = looking({
      world: { instances: [{ name: "long", backups }, SCRATCH, SCRATCH] },
      limitCap: 10,
      apiVersion,
    });
    expect(await run("getBackups", { instanceId })).toHaveLength(35);
  });

  test("knows an instance without backups from one that is not there", async () => {
    const { run, instanceId } = looking({ apiVersion });
    expect(await run("getBackups", { instanceId })).toEqual([]);
    const missing = "00000000-cebf-4473-95c4-d1b573c16e79";
    expect(await failureOf(run("getBackups", { instanceId: missing }))).toMatchObject({ code: "instance-unknown" });
  });
});

describe("getBackup", () => {
  const open = () => looking({ world: history });

  test("finds the only one that matches, or the newest of several", async () => {
    const { run, instanceId } = open();
    expect(await run("getBackup", { instanceId, type: "auto" })).toMatchObject({ remark: "Nightly" });
    expect(await run("getBackup", { instanceId, text: "before", mostRecent: true })).toMatchObject({ size: 7 });
  });

  test("finds one by its ID, and believes the filters besides", async () => {
    const { run, instanceId, backups } = open();
    const backupId = backups()[2]?.id ?? "";
    expect(await run("getBackup", { instanceId, backupId })).toMatchObject({ backupId, remark: "before 1.1" });
    const doubted = await failureOf(run("getBackup", { instanceId, backupId, type: "auto" }));
    expect(doubted["code"]).toBe("backup-missing");
  });

  test("refuses several with their names, and none with what was asked", async () => {
    const { run, instanceId, backups } = open();
    const several = await failureOf(run("getBackup", { instanceId, text: "before" }));
    expect(several["code"]).toBe("ambiguous");
    expect(several.message).toMatch(/^2 backups of DCS instance .* match/);
    expect(several.message).toContain(`backup_20261102010000 (${backups()[2]?.id ?? ""})`);
    const none = await failureOf(run("getBackup", { instanceId, backupId: "none" }));
    expect(none.message).toMatch(/^No backup of DCS instance .* has the ID none\. /);
    expect((await failureOf(run("getBackup", { instanceId, text: "x" }))).message).toContain("getBackups lists");
  });
});

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

describe("all lookups", () => {
  test("ask for one token, however many of them run at once", async () => {
    const { card } = story().simulator;
    const config = {
      "dcs:region": card.region,
      "dcs:endpoint": "http://dcs.test",
      "dcs:authUrl": "http://dcs.test/v3",
      "dcs:userName": card.userName,
      "dcs:password": card.password,
      "dcs:domainName": card.domainName,
    };
    const { run, connect, clock, instanceId, requests } = looking({ config });
    const lookups = lookupBehaviour({ connect, clock });
    await clock.run(Promise.all([lookups.getInstances({}), lookups.getBackups({ instanceId })]));
    await run("getInstance", { instanceId });
    expect(requests().filter((request) => request.includes("/v3/"))).toEqual(["POST /v3/auth/tokens 201"]);
  });

  test("look where their arguments say", async () => {
    const { run } = looking({ config: {}, environment: {} });
    const failure = await failureOf(run("getInstances", {}));
    expect(failure.message).toMatch(/^The region is not known\./);
    const keyless = await failureOf(
      run("getInstances", { region: "eu-de", projectId: "p", endpoint: "http://dcs.test" }),
    );
    expect(keyless["code"]).toBe("no-credentials");
  });

  test("give up after five minutes of a service that does not answer", async () => {
    const { run, instanceId, simulator, clock } = looking();
    simulator.fault({ match: {}, times: 1000, then: { throttle: {} } });
    const began = clock.now();
    await expect(run("getBackups", { instanceId })).rejects.toThrow(/over ratelimit/);
    expect((clock.now() - began) / 60_000).toBeGreaterThan(3.5);
    expect((clock.now() - began) / 60_000).toBeLessThanOrEqual(5);
  });
});
