import { grown, known, posts, present } from "./rotation-scene";

// A step of a rotation with three members that may keep three: look, POST, looks, DELETE, proof. The machine dies at each
// boundary, and whatever Pulumi does next, the step is continued and nothing is lost.

const BOUNDARIES = [1, 2, 3, 4, 5, 6];
const ARGS = { keep: 3, triggers: { release: 4 } };

async function killedAt(requests: number) {
  const shop = await grown(3);
  await shop.killedUp(ARGS, requests);
  // Never fewer good ones than before.
  expect(present(shop).length).toBeGreaterThanOrEqual(3);
  return shop;
}

test("a step takes as many requests as there are boundaries here", async () => {
  const shop = await grown(3);
  const before = shop.requests().length;
  await shop.up(ARGS);
  expect(
    shop
      .requests()
      .slice(before)
      .map((request) => request.split(" ")[0]),
  ).toEqual(["GET", "POST", "GET", "GET", "DELETE", "GET"]);
  expect(BOUNDARIES).toHaveLength(6);
});

test.each(BOUNDARIES)(
  "killed after request %i, the next up continues the step, and takes no second one",
  async (requests) => {
    const shop = await killedAt(requests);
    expect(await shop.up(ARGS)).toBe("updated");
    expect(posts(shop)).toBe(4);
    expect(shop.members()).toHaveLength(3);
    expect(known(shop)).toEqual(present(shop));
    expect(shop.stated().outputs.triggers).toEqual({ release: 4 });
    expect(await shop.up(ARGS)).toBe("unchanged");
  },
);

test.each(BOUNDARIES)("killed after request %i and refreshed in between, it is continued as well", async (requests) => {
  const shop = await killedAt(requests);
  await shop.refresh();
  expect(known(shop)).toEqual(present(shop));
  expect(await shop.up(ARGS)).toBe("updated");
  expect(posts(shop)).toBe(4);
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test.each(BOUNDARIES)("killed after request %i and destroyed, nothing is left", async (requests) => {
  const shop = await killedAt(requests);
  await shop.destroy();
  expect(present(shop)).toEqual([]);
});

test.each(BOUNDARIES)(
  "killed after request %i and reverted, the next step takes over what it left",
  async (requests) => {
    const shop = await killedAt(requests);
    expect(await shop.up({ keep: 3, triggers: { release: 3 } })).toBe("unchanged");
    expect(await shop.up({ keep: 3, triggers: { release: 5 } })).toBe("updated");
    expect(shop.members()).toHaveLength(3);
    expect(known(shop)).toEqual(present(shop));
  },
);

test.each([1, 2, 3, 4, 5, 6])(
  "a destroy that was killed after request %i is ended by the next one",
  async (requests) => {
    const shop = await grown(3);
    await shop.killedDestroy(requests);
    await shop.destroy();
    expect(present(shop)).toEqual([]);
  },
);

test.each([1, 2, 3, 4])("a lower keep, killed after request %i, is carried out by the next up", async (requests) => {
  const shop = await grown(3);
  const [newest] = shop.members();
  const fewer = { keep: 1, triggers: { release: 3 } };
  await shop.killedUp(fewer, requests);
  await shop.up(fewer);
  expect(present(shop)).toEqual([newest?.backupId]);
  expect(known(shop)).toEqual(present(shop));
  expect(posts(shop)).toBe(3);
});
