import { failureOf, story } from "../support/story";

const MINUTE = 60;

test.each([
  ["behind", 20 * MINUTE],
  ["ahead of", -20 * MINUTE],
])(
  "a machine whose clock is %s the service's signs with the service's time after one refusal",
  async (which, clockSkew) => {
    const { inputs, create, remove, requests, said } = story({ pace: 0, clockSkew });
    const { id, outs } = await create(inputs());
    await remove(id, outs);
    expect(requests().filter((request) => request.endsWith(" 401"))).toHaveLength(1);
    expect(requests()[0]).toBe("POST /v1.0/*/instances/*/backups 401");
    expect(said.find((text) => text.includes("clock"))).toBe(
      `this machine's clock is 20 minutes ${which} the service's, whose time was used to sign: set the clock`,
    );
  },
);

test("wrong keys on a machine with a wrong clock are refused twice, and the error tells both", async () => {
  const { settings, inputs, create, requests } = story({ clockSkew: 30 * MINUTE });
  settings["dcs:secretKey"] = "wrong-secret-key";
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "credentials-refused" });
  expect(failure.message).toContain("this machine's clock is 30 minutes behind the service's");
  expect(requests()).toEqual(["POST /v1.0/*/instances/*/backups 401", "POST /v1.0/*/instances/*/backups 401"]);
});

test("a small difference is no reason to sign again", async () => {
  const { settings, inputs, create, requests } = story({ clockSkew: 5 * MINUTE });
  settings["dcs:secretKey"] = "wrong-secret-key";
  const failure = await failureOf(create(inputs()));
  expect(failure.message).not.toContain("clock");
  expect(requests()).toHaveLength(1);
});
