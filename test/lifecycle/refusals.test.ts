import { failureOf, passwordSettings, story } from "../support/story";

test("a single-node instance is refused in one sentence", async () => {
  const { inputs, create, singleNodeId, backups } = story();
  const failure = await failureOf(create(inputs({ instanceId: singleNodeId })));
  expect(failure).toMatchObject({ code: "instance-unsuitable" });
  expect(failure.message).toMatch(
    /^Could not take a backup of DCS instance \S+ at http:\/\/dcs\.test: single-node instances cannot be backed up \(HTTP 400, 111400086, ".+", request \S+\)\. Choose a master\/standby, cluster or read\/write splitting instance\. Instance "\S+" is a single node\.$/,
  );
  expect(backups()).toEqual([]);
});

test("an unknown instance is refused with what to check", async () => {
  const { inputs, create } = story();
  const failure = await failureOf(create(inputs({ instanceId: "00000000-0000-4000-8000-000000000000" })));
  expect(failure).toMatchObject({ code: "instance-unknown" });
  expect(failure.message).toContain(
    "Check the instance ID, the region and the project: the access key of the stack's configuration, for project ",
  );
});

test("a wrong secret key is refused, and the message says where the keys came from", async () => {
  const { settings, inputs, create } = story();
  settings["dcs:secretKey"] = "wrong-secret-key";
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "credentials-refused" });
  expect(failure.message).toContain(
    "Check the credentials that were used: the access key of the stack's configuration, for project",
  );
  expect(failure.message).not.toContain("wrong-secret-key");
});

test("a gateway that repeats the signed request in its refusal gives no security token away", async () => {
  const { simulator, settings, inputs, create } = story({ signatureEcho: true });
  const { accessKey, securityToken } = simulator.temporaryKeys();
  Object.assign(settings, {
    "dcs:accessKey": accessKey,
    "dcs:secretKey": "wrong-secret-key",
    "dcs:securityToken": securityToken,
  });
  const failure = await failureOf(create(inputs()));
  expect(failure.message).toContain("verify aksk signature fail");
  expect(failure.message).toContain("the temporary access key of the stack's configuration");
  expect(failure.message).not.toContain(securityToken.slice(0, 20));
});

test("a wrong password is refused by IAM, and nothing reaches DCS", async () => {
  const { simulator, settings, inputs, create, requests } = story({ config: {} });
  const { userName, domainName } = simulator.card;
  Object.assign(settings, passwordSettings(simulator.card), { "dcs:password": "wrong-password" });
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "credentials-refused" });
  expect(failure.message).toContain(`get a token of IAM for user "${userName}" of domain "${domainName}"`);
  expect(failure.message).not.toContain("wrong-password");
  expect(requests()).toEqual(["POST /v3/auth/tokens 401"]);
});

test("without any credentials the message lists the ways to give them, and nothing is sent", async () => {
  const { inputs, create, requests } = story({ config: { "dcs:region": "eu-de" } });
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "no-credentials" });
  expect(failure.message).toContain("pulumi config set --secret dcs:secretKey");
  expect(requests()).toEqual([]);
});

test("a user with a password gets one token for a whole backup's life", async () => {
  const { simulator, settings, inputs, create, remove, requests } = story({ config: {}, pace: 0 });
  const { projectId } = simulator.card;
  Object.assign(settings, passwordSettings(simulator.card));
  const { id, outs } = await create(inputs());
  expect(outs.projectId).toBe(projectId);
  await remove(id, outs);
  expect(requests().filter((request) => request.startsWith("POST /v3"))).toEqual(["POST /v3/auth/tokens 201"]);
});

test("a token that ends during a long wait is renewed without a refusal", async () => {
  const { simulator, settings, inputs, create, requests } = story({ config: {}, pace: 3_000, tokenLifetime: 900 });
  Object.assign(settings, passwordSettings(simulator.card));
  await create(inputs());
  const tokens = requests().filter((request) => request.startsWith("POST /v3"));
  expect(tokens.length).toBeGreaterThan(1);
  expect(tokens.length).toBeLessThan(8);
  expect(requests().filter((request) => request.endsWith(" 401"))).toEqual([]);
});

test("credentials that were refused are not tried again in this run, but in the next one", async () => {
  const told = story({ config: {}, pace: 0 });
  const { simulator, settings, inputs, create, nextRun, requests } = told;
  Object.assign(settings, passwordSettings(simulator.card));
  simulator.fault({ match: { path: "/v3/" }, then: { answer: { status: 401 } } });
  expect(await failureOf(create(inputs()))).toMatchObject({ code: "credentials-refused" });
  const second = await failureOf(create(inputs()));
  expect(second.message).toContain("An earlier request of this run has met this, so this one was not sent.");
  expect(requests()).toEqual(["POST /v3/auth/tokens 401"]);
  nextRun();
  expect((await create(inputs())).outs.status).toBe("succeed");
});

test("IAM that was out of reach is asked anew by whoever comes ten seconds later", async () => {
  const { clock, simulator, settings, inputs, create } = story({ config: {}, pace: 0 });
  Object.assign(settings, passwordSettings(simulator.card));
  simulator.fault({ match: { path: "/v3/" }, times: 20, then: { answer: { status: 500 } } });
  expect(await failureOf(create(inputs()))).toMatchObject({ code: "service-failure" });
  simulator.clearFaults();
  await clock.run(clock.sleep(10_000));
  expect((await create(inputs())).outs.status).toBe("succeed");
});

test("a create that comes after Ctrl-C sends nothing at all, not even for a token", async () => {
  const { simulator, settings, inputs, create, stop, requests } = story({ config: {}, pace: 0 });
  Object.assign(settings, passwordSettings(simulator.card));
  stop.abort();
  expect(await failureOf(create(inputs()))).toMatchObject({ code: "interrupted" });
  expect(requests()).toEqual([]);
});
