import { createSimulator, type WorldSpec } from "../../../simulator/index";

test("has by default a master/standby instance first, a cluster and a single-node one, all running", () => {
  const { card } = createSimulator();
  expect(card).toMatchObject({ region: "eu-de", userName: "backup-operator" });
  expect(card.instances.map(({ cacheMode, status }) => `${cacheMode} ${status}`)).toEqual([
    "ha RUNNING",
    "cluster RUNNING",
    "single RUNNING",
  ]);
});

test("has by default a second user in a second project", () => {
  const simulator = createSimulator();
  const { card } = simulator;
  const other = simulator.cardOf("other-operator");
  expect(other.projectId).not.toBe(card.projectId);
  expect(other.accessKey).not.toBe(card.accessKey);
  expect(other.instances).toHaveLength(1);
});

test("has by default users of each kind, and an agency of another domain", () => {
  const simulator = createSimulator();
  for (const name of ["backup-reader", "backup-maker", "stranger", "backup-officer", "agent-operator"]) {
    expect(simulator.cardOf(name)).toMatchObject({ userName: name, projectId: simulator.card.projectId });
  }
  const { agencyName, instances } = simulator.agencyCard();
  expect([agencyName, instances.map(({ name }) => name)]).toEqual(["dcs-backup", ["delegated"]]);
});

test("keeps the default users and projects when only instances are given", () => {
  const { card } = createSimulator({ world: { instances: [{ name: "mine" }] } });
  expect(card).toMatchObject({ userName: "backup-operator", instances: [{ name: "mine", cacheMode: "ha" }] });
});

test("makes up other identifiers in every simulator without a seed", () => {
  const idOf = (seed?: string) => {
    const world: WorldSpec = { instances: [{ name: "mine" }] };
    return createSimulator({ world, ...(seed !== undefined && { seed }) }).card.instances[0]?.id;
  };
  expect(idOf()).not.toBe(idOf());
  expect(idOf("s")).toBe(idOf("s"));
});

const user = { name: "u", password: "p", accessKey: "AK", secretKey: "SK", projects: ["eu-de"] };
const id = "5560df16-cebf-4473-95c4-d1b573c16e79";

test.each<[string, WorldSpec, RegExp]>([
  ["a malformed instance id", { instances: [{ id: "x", name: "a" }] }, /instances\.0\.id: give a UUID/],
  ["an instance in no project", { instances: [{ name: "a", project: "x" }] }, /no project is named "x"/],
  ["a user in no project", { users: [{ ...user, projects: ["x"] }] }, /users\.0\.projects: no project is named "x"/],
  ["no project at all", { projects: [] }, /projects: /],
  [
    "two instances with one id",
    {
      instances: [
        { id, name: "a" },
        { id, name: "b" },
      ],
    },
    /instance ids must be unique/,
  ],
  ["a role that is none", { users: [{ ...user, role: "king" as "full" }] }, /users\.0\.role: give one of full/],
  [
    "a seed that is no base32",
    { users: [{ ...user, mfaSeed: "1".repeat(16) }] },
    /users\.0\.mfaSeed: give at least 16/,
  ],
  [
    "an agency without a project",
    { agencies: [{ name: "a", domain: { name: "d" }, projects: [] }] },
    /agencies\.0\.projects/,
  ],
  ["two users with one key", { users: [user, { ...user, name: "v" }] }, /access keys must be unique/],
  ["a date that is none", { instances: [{ name: "a", backups: [{ createdAt: "soon" }] }] }, /backups\.0\.createdAt/],
  [
    "an error code of another kind",
    { instances: [{ name: "a", backups: [{ failure: "E1" }] }] },
    /backups\.0\.failure/,
  ],
])("refuses a world with %s in a sentence that says where", (_name, world, expected) => {
  expect(() => createSimulator({ world })).toThrow(expected);
});

test("refuses options that make no sense", () => {
  expect(() => createSimulator({ pace: -1 })).toThrow("option pace is -1; give a number of at least 0");
  expect(() => createSimulator({ keep: 0 })).toThrow("option keep is 0; give a number of at least 1");
  expect(() => createSimulator().agencyCard("none")).toThrow('no agency named "none"');
  expect(() => createSimulator().cardOf("nobody")).toThrow('no user named "nobody"');
});
