import { lookFor } from "../../provider/dcs/absence";
import { API_VERSIONS } from "../../provider/dcs/api-versions";
import { CallFailed, type CallOptions } from "../../provider/dcs/call";
import type { ListedBackup } from "../../provider/dcs/wire";
import { systemClock } from "../../provider/clock";
import { notLive, type Service, startService } from "../support/service";

// Held against the simulator, and with `npm run test:live` against a real cloud. What is made is deleted again.
// jest itself says nothing of a suite that is skipped whole.
if (notLive !== undefined) process.stderr.write(`${notLive}\n`);

const contract = notLive === undefined ? describe : describe.skip;

contract.each(API_VERSIONS)("the contract of %s", (apiVersion) => {
  let service: Service;
  const made: string[] = [];
  const options = (): CallOptions => ({
    clock: systemClock,
    deadline: systemClock.now() + service.patience,
    signal: new AbortController().signal,
  });
  const find = (id: string) =>
    lookFor(service.connection.client, service.instanceId, (row) => row.backupId === id, options());

  beforeEach(async () => {
    service = await startService(apiVersion);
  });

  afterEach(async () => {
    for (const id of made.splice(0)) {
      await service.connection.client.deleteBackup(service.instanceId, id, options()).catch(() => undefined);
    }
    await service.close();
  });

  async function take(remark: string): Promise<ListedBackup> {
    const { client } = service.connection;
    const id = await client.createBackup(service.instanceId, { remark }, options());
    made.push(id);
    for (;;) {
      const look = await find(id);
      if (look.seen === "listed" && !["waiting", "backuping"].includes(look.backup.status)) return look.backup;
      await systemClock.sleep(service.patience / 100);
    }
  }

  test("a backup is taken, listed with its remark in every field's shape, deleted, and absent then", async () => {
    const backup = await take("contract test äöü");
    expect(backup).toMatchObject({
      status: "succeed",
      progress: 100,
      remark: "contract test äöü",
      type: "manual",
      restorable: true,
    });
    expect(backup.backupFormat).toMatch(/^(aof|rdb)$/);
    expect(backup.size).toBeGreaterThan(0);
    for (const time of [backup.createdAt, backup.startedAt, backup.finishedAt]) {
      expect(new Date(time ?? "").getTime()).toBeGreaterThan(0);
    }
    await service.connection.client.deleteBackup(service.instanceId, backup.backupId, options());
    const look = await find(backup.backupId);
    expect(look.seen === "absent" || (look.seen === "listed" && look.backup.status === "deleted")).toBe(true);
  }, 1_800_000);

  test("deleting what is not there leaves it not there, whatever the answer", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    await service.connection.client.deleteBackup(service.instanceId, id, options()).catch((error: unknown) => {
      expect(error).toBeInstanceOf(CallFailed);
    });
    expect(await find(id)).toMatchObject({ seen: "absent" });
  });

  test("an unknown instance is told apart from an empty list", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    const listing = service.connection.client.listBackups(unknown, options());
    await expect(listing).rejects.toMatchObject({ code: "instance-unknown" });
    expect(await lookFor(service.connection.client, unknown, () => false, options())).toEqual({
      seen: "instance-absent",
    });
  });

  test("a second backup while one runs is refused as busy", async () => {
    const { client } = service.connection;
    const id = await client.createBackup(service.instanceId, { remark: "contract test" }, options());
    made.push(id);
    const second = client.createBackup(service.instanceId, { remark: "too soon" }, { ...options(), whenBusy: "fail" });
    await expect(second).rejects.toMatchObject({ code: "instance-busy", perhapsDone: false });
  });

  test("the instance is shown and listed with what a backup needs to know", async () => {
    const { client } = service.connection;
    const instance = await client.showInstance(service.instanceId, options());
    expect(instance).toMatchObject({ instanceId: service.instanceId, status: "RUNNING" });
    const { rows } = await client.listInstances(options());
    expect(rows.map(({ instanceId }) => instanceId)).toContain(service.instanceId);
  });
});
