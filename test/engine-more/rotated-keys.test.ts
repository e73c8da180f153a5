import { backup, type Shop, shops } from "../engine/shop";

const open = shops();

const operator = (name: string) => ({
  name,
  password: `password-of-${name}`,
  accessKey: `KEYOF${name.toUpperCase()}`,
  secretKey: `secret-key-of-${name}`,
  projects: ["eu-de"],
});
const world = { users: [operator("before"), operator("after")] };

/** The first operator's key is no longer taken; the stack is given the second one's. */
async function rotate({ simulator, stack }: Shop) {
  simulator.fault({ match: { principal: "before" }, times: 99, then: { unauthorized: true } });
  const { accessKey, secretKey } = simulator.cardOf("after");
  await stack.must("config", "set", "dcs:accessKey", "--secret", accessKey);
  await stack.must("config", "set", "dcs:secretKey", "--secret", secretKey);
}

test("after the keys were rotated, refresh and destroy need --run-program, and a failure keeps the state", async () => {
  const shop = await open(backup(), { world });
  await shop.stack.up();
  const before = await shop.known();
  await rotate(shop);
  shop.requests();

  for (const command of ["refresh", "destroy"] as const) {
    const text = await shop.fails(command);
    expect(text).toContain("HTTP 401");
    expect(text).toContain("the access key of the stack's configuration");
    expect(text).not.toContain("secret-key-of");
    expect(await shop.known()).toEqual(before);
  }
  expect(new Set(shop.requests().map((request) => request.split(" ")[1]))).toEqual(new Set(["401"]));

  await shop.refresh("--run-program");
  expect((await shop.known())[0]?.outputs).toEqual(before[0]?.outputs);
  expect(shop.requests()).toEqual(["GET 200"]);
  await shop.stack.destroy("--run-program");
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
});

test("after the keys were rotated, a destroy with the new ones in the environment works, and says so on the row", async () => {
  const shop = await open(backup(), { world });
  await shop.stack.up();
  const { accessKey, secretKey } = shop.simulator.cardOf("after");
  shop.simulator.fault({ match: { principal: "before" }, times: 99, then: { unauthorized: true } });
  shop.requests();
  Object.assign(shop.stack.env, { OS_ACCESS_KEY: accessKey, OS_SECRET_KEY: secretKey });
  const text = await shop.stack.destroy();
  expect(text).toContain(
    "the access key of the stack's configuration was refused, so this one is used instead: the access key of the environment (OS_*)",
  );
  expect(shop.requests()).toEqual(["DELETE 401", "DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
});

test("keys of another project prove nothing: refresh fails, and keeps the state", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const before = await shop.known();
  const other = shop.simulator.cardOf("other-operator");
  await shop.stack.must("config", "set", "dcs:accessKey", "--secret", other.accessKey);
  await shop.stack.must("config", "set", "dcs:secretKey", "--secret", other.secretKey);
  const text = await shop.fails("refresh", "--run-program");
  expect(text).toContain("the project is not available to this identity (HTTP 403, APIGW.0310");
  expect(text).toContain("Check the project ID, and that the credentials that were used belong to it");
  expect(await shop.known()).toEqual(before);
});
