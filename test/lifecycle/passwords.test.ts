import { failureOf, passwordSettings, story, type StoryOptions } from "../support/story";

const TOKENS = "POST /v3/auth/tokens";
const HOUR = 3_600;

/** A program whose resources work in several projects, by user and password. */
function inProjects(options: StoryOptions = {}) {
  const told = story({ config: {}, pace: 0, keep: 50, ...options });
  const { simulator, settings, clock, behaviour, inputs, stop } = told;
  Object.assign(settings, passwordSettings(simulator.card));
  const create = (projectId: string) => failureOf(behaviour.create(inputs({ projectId }), stop.signal));
  return {
    ...told,
    /** Begins one resource in each project at once, and gives how they failed. */
    fail: (projects: readonly string[]) => clock.run(Promise.all(projects.map(create))),
    tokens: () => told.requests().filter((request) => request.startsWith(TOKENS)),
  };
}

const projects = (count: number) => Array.from({ length: count }, (_, index) => String(index).repeat(32));

test("a wrong password is tried twice however many projects there are, and so locks nobody", async () => {
  const { settings, fail, tokens, simulator } = inProjects();
  settings["dcs:password"] = "wrong-password";
  const failures = await fail(projects(8));
  expect(tokens()).toEqual([`${TOKENS} 401`, `${TOKENS} 401`]);
  expect(simulator.journal().at(-1)?.status).toBe(401);
  for (const [index, failure] of failures.entries()) {
    expect(failure).toMatchObject({ code: "credentials-refused" });
    expect(failure.message).toContain(`in project ${String(index).repeat(32)}`);
  }
  const heard = failures.filter(({ message }) => message.includes("An earlier request of this run has met this"));
  expect(heard).toHaveLength(7);
});

test("a project that the user may not enter says nothing of the password", async () => {
  const { fail, create, inputs, tokens } = inProjects();
  const [failure] = await fail(["f".repeat(32)]);
  expect(failure).toMatchObject({ code: "credentials-refused" });
  expect((await create(inputs())).outs).toMatchObject({ status: "succeed" });
  expect(tokens()).toEqual([`${TOKENS} 401`, `${TOKENS} 201`, `${TOKENS} 201`]); // the second is for no project
});

test("where IAM is silent, all resources fail with the first of them, and not one after the other", async () => {
  const { clock, fail, simulator } = inProjects();
  simulator.fault({ match: { path: "/auth/tokens" }, times: 1_000, then: { reset: "before" } });
  const began = clock.now();
  const failures = await fail(projects(8).flatMap((project) => Array<string>(10).fill(project)));
  for (const failure of failures) expect(failure).toMatchObject({ code: "unreachable" });
  expect(clock.now() - began).toBeLessThan(2 * 60_000);
});

test("where a token was not to be had, the order was not given, and nothing is looked for", async () => {
  const { fail, simulator, requests } = inProjects();
  simulator.fault({ match: { path: "/auth/tokens" }, times: 1_000, then: { answer: { status: 502 } } });
  await fail(projects(1));
  expect(requests().filter((request) => request.includes("/backups"))).toEqual([]);
});

test.each([30 * HOUR, -30 * HOUR])(
  "a machine whose clock is %d seconds off renews no token before its time",
  async (clockSkew) => {
    const { create, inputs, tokens } = inProjects({ clockSkew });
    await create(inputs());
    await create(inputs());
    expect(tokens()).toEqual([`${TOKENS} 201`]);
  },
);

test("where the set of the environment fails, too, the error names the refused one before it", async () => {
  const environment = { OS_USERNAME: "nobody", OS_PASSWORD: "another-password", OS_USER_DOMAIN_NAME: "nowhere" };
  const { settings, fail, simulator } = inProjects({ environment });
  settings["dcs:password"] = "wrong-password";
  const [failure] = await fail([simulator.card.projectId]);
  expect(failure?.message).toContain('user "nobody" of domain "nowhere" from the environment (OS_*)');
  expect(failure?.message).toMatch(/These credentials were used since user "[^"]+" .* was refused\.$/);
});

const FIVE = ["eu-de", "eu-de_a", "eu-de_b", "eu-de_c", "eu-de_d"];

/** A user of five projects, with an instance in each. */
function inFive() {
  const keys = { accessKey: "ACCESSKEYOFTHEUSER01", secretKey: "secretKeyOfTheUser00000000000000000000001" };
  const user = { name: "deployer", password: "password-of-deployer", projects: FIVE, ...keys };
  const instances = [...FIVE, "eu-de", "eu-de"].map((project, index) => ({ name: `i-${index}`, project }));
  const world = { projects: FIVE.map((name) => ({ name })), users: [user], agencies: [], instances };
  const told = story({ pace: 0, world });
  const { settings, simulator, behaviour, inputs, stop } = told;
  const places = simulator.world().instances.slice(0, FIVE.length);
  const made = ({ id: instanceId, projectId }: (typeof places)[number]) =>
    behaviour.create(inputs({ instanceId, projectId }), stop.signal);
  const looked = ({ id, outs }: Awaited<ReturnType<typeof made>>) => behaviour.read(id, { ...outs }, stop.signal);
  return {
    ...told,
    byPassword: () => {
      for (const name of ["dcs:accessKey", "dcs:secretKey"]) settings[name] = "";
      Object.assign(settings, passwordSettings(simulator.cardOf("deployer")));
    },
    makeAll: () => told.clock.run(Promise.all(places.map(made))),
    lookAt: (all: readonly Awaited<ReturnType<typeof made>>[]) =>
      told.clock.run(Promise.allSettled(all.map((each) => looked(each)))),
    tokens: () => told.requests().filter((request) => request.startsWith(TOKENS)),
  };
}

test("a password that is changed in the middle of a run is tried a few times, and nobody is locked", async () => {
  const { byPassword, makeAll, lookAt, simulator, tokens } = inFive();
  byPassword();
  const made = await makeAll();
  const before = tokens().length;
  simulator.changeUser("deployer", { password: "changed-password" });
  simulator.fault({ match: { path: "/backups" }, times: 1_000, then: { unauthorized: true } });
  for (const { status } of await lookAt(made)) expect(status).toBe("rejected");
  expect(tokens().slice(before).length).toBeLessThanOrEqual(4);
  expect(simulator.locks()).toEqual([]);
});

test("refusals that pass are tried again once, in however many projects the keys work", async () => {
  const { makeAll, lookAt, simulator } = inFive();
  const [one, two] = await makeAll();
  if (!one || !two) throw new Error("Nothing was made.");
  simulator.fault({ match: { path: "/backups" }, times: 4, then: { unauthorized: true } });
  for (const { status } of await lookAt([one, two, one, two])) expect(status).toBe("fulfilled");
});

test("entries of clouds.yaml with the same user share what is known of the password", async () => {
  const files: Record<string, string> = {};
  const { clock, behaviour, inputs, stop, simulator, requests } = story({ config: {}, files, pace: 0 });
  const { userName, domainName } = simulator.card;
  const entry = (project: string) => ({
    region_name: "eu-de",
    dcs_endpoint_override: "http://dcs.test",
    auth: {
      ...{ auth_url: "http://dcs.test/v3", project_name: project },
      ...{ username: userName, user_domain_name: domainName, password: "wrong-password" },
    },
  });
  const clouds = Object.fromEntries(FIVE.map((project) => [project, entry(project)]));
  files["/here/clouds.yaml"] = JSON.stringify({ clouds });
  const creates = FIVE.map((cloud) => failureOf(behaviour.create(inputs({ cloud }), stop.signal)));
  for (const failure of await clock.run(Promise.all(creates)))
    expect(failure).toMatchObject({ code: "credentials-refused" });
  expect(requests()).toEqual([`${TOKENS} 401`, `${TOKENS} 401`]);
});

test("a good user with a wrong project does not fall back to somebody else of the environment", async () => {
  const environment: Record<string, string> = {};
  const { settings, fail, simulator, backups } = inProjects({ environment });
  const { accessKey, secretKey } = simulator.cardOf("other-operator");
  Object.assign(environment, { OS_ACCESS_KEY: accessKey, OS_SECRET_KEY: secretKey });
  settings["dcs:projectName"] = "eu-de_elsewhere";
  const [failure] = await fail(["f".repeat(32)]);
  expect(failure?.message).toContain("They are accepted, and it is the project that is not");
  expect(backups()).toEqual([]);
});

test("one failure of IAM is that of one resource", async () => {
  const { byPassword, makeAll, simulator } = inFive();
  byPassword();
  simulator.fault({ match: { path: "/auth/tokens" }, then: { answer: { status: 500 } } });
  await expect(makeAll()).rejects.toMatchObject({ code: "service-failure" });
  expect(await makeAll()).toHaveLength(FIVE.length);
});

describe("a passcode", () => {
  function withPasscode(options: StoryOptions = {}) {
    const told = inProjects(options);
    const { settings, simulator } = told;
    const { userId, password } = simulator.cardOf("backup-officer");
    for (const name of ["dcs:userName", "dcs:domainName"]) settings[name] = "";
    Object.assign(settings, {
      "dcs:userId": userId,
      "dcs:password": password,
      "dcs:passcode": simulator.passcode("backup-officer"),
    });
    return told;
  }

  test.each([
    ["first", ["stored", "named"]],
    ["last", ["named", "stored"]],
  ])("serves who knows the project by its ID %s, and who goes by its name, with one token", async (_which, order) => {
    const { clock, behaviour, inputs, stop, simulator, settings, tokens } = withPasscode();
    const { projectId, projectName } = simulator.cardOf("backup-officer");
    settings["dcs:projectName"] = projectName;
    settings["dcs:projectId"] = "";
    for (const which of order) {
      const args = inputs(which === "stored" ? { projectId } : {});
      expect((await clock.run(behaviour.create(args, stop.signal))).outs.projectId).toBe(projectId);
    }
    expect(tokens()).toEqual([`${TOKENS} 201`]);
  });

  test("is good for one project, and the error says which", async () => {
    const { create, inputs, fail, simulator, tokens } = withPasscode();
    await create(inputs());
    const [failure] = await fail(["f".repeat(32)]);
    expect(failure?.message).toContain(`which is for project ${simulator.card.projectId} alone`);
    expect(tokens()).toEqual([`${TOKENS} 201`]);
  });

  test("whose answer was lost is not sent again", async () => {
    const { fail, simulator, tokens } = withPasscode();
    simulator.fault({ match: { path: "/auth/tokens" }, then: { reset: "after" } });
    const failures = await fail([simulator.card.projectId, simulator.card.projectId]);
    expect(failures.map(({ code }) => code)).toEqual(["answer-lost", "answer-lost"]);
    expect(tokens()).toHaveLength(1);
  });
});
