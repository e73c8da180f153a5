import { story } from "../support/story";

test("a backup is taken, waited for and deleted, with the stored IDs and the proof by a look", async () => {
  const { inputs, create, remove, requests, backups, said, instanceId } = story({ pace: 60 });
  const { id, outs } = await create(inputs({ description: "before release 1.4" }));
  expect(id).toBe(`${instanceId}/${outs.backupId}`);
  expect(outs).toMatchObject({ status: "succeed", type: "manual", restorable: true, region: "eu-de", listed: true });
  expect(backups()).toHaveLength(1);
  await remove(id, outs);
  expect(backups()).toHaveLength(0);
  expect(requests()[0]).toBe("POST /v1.0/*/instances/*/backups 200");
  expect(requests().slice(-2)).toEqual([
    "DELETE /v1.0/*/instances/*/backups/* 200",
    "GET /v1.0/*/instances/*/backups 200",
  ]);
  expect(said.at(-1)).toBe("deleted: the instance no longer lists it");
});

test("an instant backup costs four requests in its whole life", async () => {
  const { inputs, create, remove, requests } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  await remove(id, outs);
  expect(requests()).toHaveLength(4);
});
