import { shops } from "./shop";

const open = shops();

test("a wrong argument is refused before anything is sent, in one sentence on its resource that holds no secret", async () => {
  const shop = await open("");
  async function refused(program: string): Promise<string> {
    shop.change(program);
    const text = await shop.fails("up");
    expect(await shop.known()).toEqual([]);
    return text;
  }

  expect(await refused(`new Backup("nothing");`)).toContain(
    "resource 'nothing' has a problem: Give instanceId: the ID of the DCS instance to back up.",
  );
  expect(await refused(`new Backup("number", { instanceId: 42 });`)).toContain(
    "resource 'number' has a problem: instanceId must be a string (the ID of the DCS instance to back up), not a number.",
  );
  expect(await refused(`new Backup("soon", { instanceId: "x", timeouts: { create: "soon" } });`)).toContain(
    `resource 'soon' has a problem: timeouts.create is not a duration above zero. Give hours, minutes and seconds`,
  );
  const secret = `pulumi.secret("private".repeat(20))`;
  const text = await refused(`new Backup("secret", { instanceId: "x", description: ${secret} });`);
  expect(text).toContain("has a problem: description has 140 bytes. Shorten it to 100 bytes of UTF-8");
  expect(text).not.toContain("privateprivate");
  expect(shop.simulator.journal()).toEqual([]);
});
