import { backup, type Shop, shops } from "../engine/shop";

const open = shops();

/** What the user reads, when nothing is made and nothing is known afterwards. */
async function refused(shop: Shop): Promise<string> {
  const text = await shop.fails("up");
  expect(await shop.known()).toEqual([]);
  expect(shop.backups()).toEqual([]);
  return text;
}

test("what only the service can refuse is one sentence on each resource", async () => {
  const shop = await open(
    backup({ name: "single", of: "scratch" }) +
      backup({ name: "unknown", of: `"00000000-0000-4000-8000-000000000000"` }) +
      backup({ name: "unreachable", args: `endpoint: "http://127.0.0.1:9"` }),
  );
  const text = await refused(shop);
  expect(text).toContain("single-node instances cannot be backed up");
  expect(text).toContain("the instance does not exist");
  expect(text).toContain("at http://127.0.0.1:9: nothing listens there (connection refused). Check the endpoint");
});

test("missing and wrong credentials are one sentence each", async () => {
  const shop = await open(backup());
  const { userName, domainName } = shop.simulator.card;
  const config = (...args: string[]) => shop.stack.must("config", ...args);
  await config("rm", "dcs:secretKey");
  expect(await refused(shop)).toContain(
    "dcs:accessKey is set in the stack's configuration, but dcs:secretKey is not. Set both there, or neither.",
  );
  await config("rm", "dcs:accessKey");
  expect(await refused(shop)).toContain("No credentials for DCS were found.");
  await config("set", "dcs:userName", userName);
  await config("set", "dcs:domainName", domainName);
  await config("set", "--secret", "dcs:password", "a-wrong-password");
  const text = await refused(shop);
  expect(text).toContain(`Could not get a token of IAM for user "${userName}" of domain "${domainName}"`);
  expect(text).not.toContain("a-wrong-password");
});
