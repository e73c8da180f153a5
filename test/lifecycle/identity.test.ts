import { inClouds } from "../support/in-clouds";
import { failureOf, passwordSettings, story } from "../support/story";

const TOKENS = "POST /v3/auth/tokens";

function withPassword(options: Parameters<typeof story>[0] = {}) {
  const told = story({ config: {}, pace: 0, ...options });
  Object.assign(told.settings, passwordSettings(told.simulator.card));
  const tokens = () => told.requests().filter((request) => request.startsWith(TOKENS));
  return { ...told, tokens };
}

test("however many resources begin at once, one token serves them all", async () => {
  const { behaviour, clock, inputs, stop, tokens } = withPassword({ keep: 50 });
  await clock.run(Promise.all(Array.from({ length: 20 }, () => behaviour.create(inputs(), stop.signal))));
  expect(tokens()).toEqual([`${TOKENS} 201`]);
});

test("a token that is refused in the middle of a run is renewed once for all who bear it", async () => {
  const { behaviour, clock, simulator, inputs, stop, tokens, create, requests } = withPassword({ keep: 50 });
  const { id, outs } = await create(inputs());
  simulator.fault({ match: { path: "/backups" }, then: { unauthorized: true } });
  const reads = Array.from({ length: 10 }, () => behaviour.read(id, { ...outs }, stop.signal));
  expect((await clock.run(Promise.all(reads))).map((read) => read.id)).toEqual(Array<string>(10).fill(id));
  expect(tokens()).toEqual([`${TOKENS} 201`, `${TOKENS} 201`]);
  expect(requests().filter((request) => request.endsWith(" 401"))).toHaveLength(10);
});

test("where DCS refuses every token, two are tried, and the verdict counts for all", async () => {
  const { behaviour, clock, simulator, inputs, stop, tokens, requests } = withPassword();
  simulator.fault({ match: { path: "/backups" }, times: 1000, then: { unauthorized: true } });
  const all = Array.from({ length: 20 }, () => failureOf(behaviour.create(inputs(), stop.signal)));
  for (const failure of await clock.run(Promise.all(all)))
    expect(failure).toMatchObject({ code: "credentials-refused" });
  expect(tokens()).toHaveLength(2);
  expect(requests().filter((request) => request.includes("/backups"))).toHaveLength(2);
});

test("a rotated password falls back to the environment, too, with a token for the stored project", async () => {
  const environment: Record<string, string> = {};
  const { simulator, inputs, create, remove, nextRun, tokens, said } = withPassword({ environment });
  const { id, outs } = await create(inputs());
  const { userName, domainName } = simulator.card;
  simulator.changeUser(userName, { password: "rotated-password" });
  Object.assign(environment, {
    OS_USERNAME: userName,
    OS_PASSWORD: "rotated-password",
    OS_USER_DOMAIN_NAME: domainName,
    OS_PROJECT_ID: "0".repeat(32),
  });
  nextRun();
  await remove(id, outs);
  // For the stored project, and for none: only the password can have been what was refused.
  expect(tokens()).toEqual([`${TOKENS} 201`, `${TOKENS} 401`, `${TOKENS} 401`, `${TOKENS} 201`]);
  expect(said.join("\n")).toContain("so this one is used instead: user");
});

test("a passcode is used for one token; when that ends, the error says so and IAM is not asked again", async () => {
  const { simulator, settings, inputs, create, tokens } = withPassword({ pace: 3_000, tokenLifetime: 900 });
  const { userId, password } = simulator.cardOf("backup-officer");
  const passcode = simulator.passcode("backup-officer");
  const mfa = { "dcs:userId": userId, "dcs:password": password, "dcs:passcode": passcode };
  for (const name of ["dcs:userName", "dcs:domainName"]) settings[name] = "";
  Object.assign(settings, mfa);
  const failure = await failureOf(create(inputs()));
  expect(failure.message).toContain(
    "was good for one token, which has ended. Give a new passcode and run pulumi again",
  );
  expect(failure["id"]).toBeDefined();
  expect(tokens()).toEqual([`${TOKENS} 201`]);
});

test("a given token that has ended is told with its source, and nothing is asked of IAM", async () => {
  const { settings, inputs, create, requests } = story({
    config: { "dcs:region": "eu-de", "dcs:endpoint": "http://dcs.test", "dcs:token": "an-old-token" },
    pace: 0,
  });
  settings["dcs:projectId"] = "1f3c6a9e5d7b4820a6c4e2f0b8d61357";
  const failure = await failureOf(create(inputs()));
  expect(failure.message).toContain("Check the credentials that were used: the token of the stack's configuration.");
  expect(failure.message).not.toContain("an-old-token");
  expect(requests()).toHaveLength(1);
});

test("an agency works in its own project, and a stored backup is found there again", async () => {
  const told = withPassword();
  const { simulator, settings, inputs, create, remove, nextRun } = told;
  const { agencyName, domainName, projectId, projectName, instances } = simulator.agencyCard();
  Object.assign(settings, {
    "dcs:agencyName": agencyName,
    "dcs:agencyDomainName": domainName,
    "dcs:delegatedProject": projectName,
    "dcs:projectId": simulator.card.projectId,
  });
  const { id, outs } = await create(inputs({ instanceId: instances[0]?.id }));
  expect(outs.projectId).toBe(projectId);
  // What is stored counts, whatever is configured by now.
  settings["dcs:delegatedProject"] = "elsewhere";
  nextRun();
  await remove(id, outs);
  expect(told.backups()).toEqual([]);
});

test("several clouds in one program: each backup uses the entry that it names, and nothing of the configuration", async () => {
  const { simulator, inputs, create, remove, nextRun, elsewhere, backups } = inClouds();
  const main = await create(inputs({ cloud: "main" }));
  const other = await create(inputs({ cloud: "other", instanceId: elsewhere }));
  expect([main.outs.projectId, other.outs.projectId]).toEqual([
    simulator.card.projectId,
    simulator.cardOf("other-operator").projectId,
  ]);
  expect([main.outs.cloud, other.outs.cloud]).toEqual(["main", "other"]);
  nextRun();
  await remove(other.id, other.outs);
  await remove(main.id, main.outs);
  expect(backups()).toEqual([]);
});

test("another cloud is taken over only once its credentials show the backup", async () => {
  const { files, simulator, inputs, create, update } = inClouds();
  const { id, outs } = await create(inputs({ cloud: "main" }));
  const news = (cloud: string) => ({ ...inputs({ cloud }), mark: outs.mark });
  expect((await failureOf(update(id, outs, news("other")))).message).toContain("project");
  files["/here/clouds.yaml"] = JSON.stringify({
    clouds: { renamed: { region_name: "eu-de", auth: { ak: simulator.card.accessKey, sk: simulator.card.secretKey } } },
  });
  expect((await update(id, outs, news("renamed"))).outs).toEqual({ ...outs, cloud: "renamed" });
});

test("a cloud that is no longer named is forgotten once the configured credentials show the backup", async () => {
  const { settings, simulator, inputs, create, update } = inClouds();
  const { id, outs } = await create(inputs({ cloud: "main" }));
  const { accessKey, secretKey } = simulator.card;
  Object.assign(settings, { "dcs:accessKey": accessKey, "dcs:secretKey": secretKey });
  const { cloud, ...without } = outs;
  expect(cloud).toBe("main");
  expect((await update(id, outs, { ...inputs(), mark: outs.mark })).outs).toEqual(without);
});

test("a run without checked certificates warns once, however many resources it has", async () => {
  const { settings, inputs, create, said } = story({ pace: 0 });
  settings["dcs:insecure"] = "true";
  await create(inputs());
  await create(inputs());
  expect(said.filter((text) => text.startsWith("Certificates are not checked"))).toEqual([
    expect.stringContaining("(dcs:insecure of the stack's configuration)"),
  ]);
});

test("a wrong project of one resource says nothing of the credentials of the others", async () => {
  const { inputs, create, simulator } = story({ pace: 0 });
  await create(inputs());
  const { projectId } = simulator.cardOf("other-operator");
  simulator.fault({ match: { path: projectId }, times: 9, then: { answer: { code: "DCS.1004" } } });
  await failureOf(create(inputs({ projectId })));
  expect((await create(inputs())).outs).toMatchObject({ status: "succeed" });
});

test("the same wrong keys in the configuration and the environment are tried once", async () => {
  const environment: Record<string, string> = { OS_SECRET_KEY: "wrong-secret-key" };
  const { settings, simulator, inputs, create, requests } = story({ pace: 0, environment });
  settings["dcs:secretKey"] = "wrong-secret-key";
  environment["OS_ACCESS_KEY"] = simulator.card.accessKey;
  expect(await failureOf(create(inputs()))).toMatchObject({ code: "credentials-refused" });
  expect(requests()).toHaveLength(1);
});
