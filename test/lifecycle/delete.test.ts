import { failureOf, story } from "../support/story";

test("a backup that somebody deleted by hand is deleted in peace", async () => {
  const { inputs, create, remove, requests } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  await remove(id, outs);
  await remove(id, outs);
  expect(requests().slice(-2)).toEqual([
    "DELETE /v1.0/*/instances/*/backups/* 400",
    "GET /v1.0/*/instances/*/backups 200",
  ]);
});

test("a row that stays with the status deleted is proof enough", async () => {
  const { inputs, create, remove, said } = story({ pace: 0, deletedRows: "kept" });
  const { id, outs } = await create(inputs());
  await remove(id, outs);
  expect(said.at(-1)).toBe("deleted: its record says so");
});

test("a project of somebody else proves nothing: the state is kept, and the message says what to do", async () => {
  const { inputs, create, remove, backups } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  const failure = await failureOf(remove(id, { ...outs, projectId: "0".repeat(32) }));
  expect(failure.message).toMatch(/could not be seen, so it stays in the state\. .+pulumi state delete/);
  expect(backups()).toHaveLength(1);
});

test("an unknown instance is believed only when the list of instances lacks it", async () => {
  const { inputs, create, remove, requests, said } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  await remove(id, { ...outs, instanceId: "00000000-0000-4000-8000-000000000000" });
  const instances = "/v1.0/*/instances";
  expect(requests().slice(-3)).toEqual([
    `DELETE ${instances}/*/backups/* 404`,
    `GET ${instances}/*/backups 404`,
    `GET ${instances} 200`,
  ]);
  expect(said.at(-1)).toBe("gone with its instance");
});

test("refresh drops a backup that is gone, and keeps one that is there", async () => {
  const { inputs, create, read, remove } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  expect(await read(id, outs)).toEqual({ id, props: outs });
  await remove(id, outs);
  expect((await read(id, outs)).id).toBe("");
});

test("refresh with the wrong project fails, and drops nothing", async () => {
  const { inputs, create, read } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  const failure = await failureOf(read(id, { ...outs, projectId: "0".repeat(32) }));
  expect(failure).toMatchObject({ code: "project-unknown" });
});

test("a changed description is taken over without a request, and the row says that DCS keeps the old remark", async () => {
  const { inputs, create, update, requests, said } = story({ pace: 0 });
  const { id, outs } = await create(inputs({ description: "old" }));
  const sent = requests().length;
  const { outs: updated } = await update(id, outs, { ...inputs({ description: "new" }), mark: outs.mark });
  expect(updated).toEqual({ ...outs, description: "new" });
  expect(requests()).toHaveLength(sent);
  expect(said.at(-1)).toMatch(/^DCS cannot change the remark of a backup/);
});

test("a changed endpoint is taken over only once the backup is seen there", async () => {
  const { inputs, create, update, remove } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  const news = { ...inputs({ endpoint: "http://dcs.other" }), mark: outs.mark };
  expect((await update(id, outs, news)).outs.endpoint).toBe("http://dcs.other");
  await remove(id, outs);
  const failure = await failureOf(update(id, outs, news));
  expect(failure.message).toMatch(
    /^The new endpoint http:\/\/dcs\.other does not show backup \S+ of DCS instance \S+, so the old one \(http:\/\/dcs\.test\) is kept/,
  );
});
