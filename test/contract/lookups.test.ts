import { lookupsOf } from "../../provider/lookups/over-http";
import { startSimulator, type RunningSimulator } from "../../simulator/index";

let simulator: RunningSimulator;
beforeEach(async () => {
  const backups = [{ remark: "nightly", type: "auto" as const, size: 4_000 }];
  simulator = await startSimulator({ world: { instances: [{ name: "sessions", backups, backupPolicy: {} }] } });
});
afterEach(() => simulator.close());

const warned: string[] = [];
const tell = { say: () => undefined, warn: (text: string) => void warned.push(text) };

const open = (more: Record<string, string> = {}) =>
  lookupsOf(
    {
      "dcs:region": simulator.card.region,
      "dcs:endpoint": simulator.url,
      "dcs:authUrl": simulator.iam,
      "dcs:projectId": simulator.card.projectId,
      "dcs:accessKey": simulator.card.accessKey,
      "dcs:secretKey": simulator.card.secretKey,
      ...more,
    },
    tell,
  );

test.each(["v1.0", "v2"] as const)(
  "over HTTP by %s an instance is found by its name, and its backups",
  async (version) => {
    const lookups = open({ "dcs:apiVersion": version });
    const instance = await lookups.getInstance({ name: "sessions" });
    expect(instance).toMatchObject({ canBeBackedUp: true, backupPolicy: { type: "auto", saveDays: 7 } });
    const found = await lookups.getBackup({ instanceId: instance.instanceId, type: "auto", mostRecent: true });
    expect(found).toMatchObject({ remark: "nightly", status: "succeed", size: 4_000, backupFormat: "rdb" });
    expect(await lookups.getInstances({ status: "RUNNING" })).toEqual([instance]);
    expect(simulator.journal().every(({ path }) => path.startsWith(`/${version}/`))).toBe(true);
  },
);

test("links lead to the very files, as large as the record says", async () => {
  const lookups = open();
  const [backup] = await lookups.getBackups({ instanceId: simulator.card.instances[0]?.id ?? "" });
  const { instanceId = "", backupId = "" } = backup ?? {};
  const { links, expiresAt } = await lookups.getBackupFileLinks({ instanceId, backupId, expiration: 300 });
  const [file] = await Promise.all(links.map(({ link }) => fetch(link)));
  expect((await file?.arrayBuffer())?.byteLength).toBe(backup?.size);
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(290_000);
});

test("lookups of the same configuration are the same, with the same token; of another they are others", async () => {
  const { userName, password, domainName } = simulator.card;
  const user = { "dcs:userName": userName, "dcs:password": password, "dcs:domainName": domainName };
  const byPassword = () => open({ ...user, "dcs:accessKey": "", "dcs:secretKey": "" });
  expect(byPassword()).toBe(byPassword());
  expect(byPassword()).not.toBe(open());
  await Promise.all([byPassword().getInstances({}), byPassword().getInstances({ name: "x" })]);
  expect(simulator.journal().filter(({ path }) => path.startsWith("/v3/"))).toHaveLength(1);
  const wrong = open({ "dcs:secretKey": "of nobody" });
  await expect(wrong.getInstances({})).rejects.toMatchObject({ code: "credentials-refused" });
});

test("what else the stack configures does not matter", () => {
  expect(open({ "shop:replicas": "3" })).toBe(open());
});

test("what must not be missed of a connection is told, once", async () => {
  warned.length = 0;
  const lookups = open({ "dcs:insecure": "true" });
  await lookups.getInstances({});
  await lookups.getInstances({});
  expect(warned).toEqual([expect.stringContaining("insecure")]);
});
