import { lookupBehaviour, type Lookups } from "../../provider/lookups/behaviour";
import { history, looking, SCRATCH } from "../support/looking";
import { failureOf, story } from "../support/story";

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
    const { run, settings, simulator } = looking({ config: {}, environment: {} });
    const place = { region: "eu-de", projectId: simulator.card.projectId, endpoint: "http://dcs.test" };
    expect((await failureOf(run("getInstances", place)))["code"]).toBe("no-credentials");
    const { accessKey, secretKey } = simulator.card;
    Object.assign(settings, { "dcs:accessKey": accessKey, "dcs:secretKey": secretKey });
    expect((await failureOf(run("getInstances", {}))).message).toMatch(/^The region is not known\./);
    expect(await run("getInstances", place)).not.toEqual([]);
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
