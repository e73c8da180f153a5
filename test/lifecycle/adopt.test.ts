import { failureOf, story } from "../support/story";

/** A story with a backup that somebody made by hand. */
async function withForeign(remark = "made by hand", options: Parameters<typeof story>[0] = {}) {
  const told = story({ pace: 0, ...options });
  const connection = await told.clock.run(told.connect({}));
  const waiting = { clock: told.clock, deadline: told.clock.now() + 60_000, signal: told.stop.signal };
  const backupId = await told.clock.run(connection.client.createBackup(told.instanceId, { remark }, waiting));
  return { ...told, backupId };
}

test("an existing backup is taken over with a look and nothing else, and deleted like one that was made", async () => {
  const { inputs, create, nextRun, remove, backups, requests, backupId, said } = await withForeign();
  const { id, outs } = await create(inputs({ adopt: backupId }));
  expect(outs).toMatchObject({ backupId, status: "succeed", listed: true, type: "manual" });
  expect(requests().slice(1)).toEqual(["GET /v1.0/*/instances/*/backups 200"]);
  expect(said).toEqual([]);
  nextRun();
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test("what replaces a resource while adopt names its own backup is refused: the replacement would delete it", async () => {
  const { behaviour, inputs, create, backupId } = await withForeign();
  const { outs } = await create(inputs({ adopt: backupId }));
  const news = inputs({ adopt: backupId, triggers: { release: 2 }, mark: outs.mark });
  expect(() => behaviour.diff("", { ...outs }, news)).toThrow(
    `triggers changed, which replaces the backup ${backupId}, while adopt asks to keep it. Drop adopt`,
  );
});

test("a renamed resource does not delete the backup from under the one that adopts it anew", async () => {
  const { inputs, create, nextRun, remove, backups, backupId, said } = await withForeign();
  const old = await create(inputs({ adopt: backupId }));
  nextRun();
  await create(inputs({ adopt: backupId, owner: "urn:pulumi:dev::shop::t::renamed" }));
  await remove(old.id, old.outs);
  expect(backups()).toHaveLength(1);
  expect(said.at(-1)).toBe("kept: another resource of this run has adopted it");
});

test.each(["drop", "keep"] as const)(
  "one that vanishes while it is waited for is an error without a trace in the state (%s)",
  async (row) => {
    const { clock, simulator, inputs, create, backupId } = await withForeign("by hand", { pace: 60 });
    clock.after(20_000, () => {
      simulator.changeBackup(backupId, { delete: row });
    });
    const failure = await failureOf(create(inputs({ adopt: backupId })));
    expect(failure).toMatchObject({ code: "backup-missing" });
    expect(failure["id"]).toBeUndefined();
  },
);

test("one that still runs is waited for", async () => {
  const { inputs, create, backupId, said } = await withForeign("by hand", { pace: 60 });
  expect((await create(inputs({ adopt: backupId }))).outs).toMatchObject({
    backupId,
    status: "succeed",
    adopted: true,
  });
  expect(said.filter((text) => text.includes("remark"))).toEqual([]);
});

test("one that bears the mark of a Pulumi resource is taken over with a warning", async () => {
  const { inputs, create, backupId, said } = await withForeign("nightly pulumi-abcdef-12345678");
  await create(inputs({ adopt: backupId }));
  expect(said).toEqual([
    "the backup bears the mark of a Pulumi resource: if that one still exists, both will delete it",
  ]);
});

test("one that vanished is told with what to do, and nothing is made instead", async () => {
  const { inputs, create, backups } = await withForeign();
  const failure = await failureOf(create(inputs({ adopt: "00000000-0000-4000-8000-000000000000" })));
  expect(failure).toMatchObject({ code: "backup-missing" });
  expect(failure.message).toMatch(
    /cannot be adopted: at http:\/\/dcs\.test it does not exist, or not any more\. Check both IDs, the region and the project, or leave adopt out to take a new one\.$/,
  );
  expect(backups()).toHaveLength(1);
});

test("one whose record says deleted is as good as vanished", async () => {
  const { simulator, inputs, create, backupId } = await withForeign();
  simulator.changeBackup(backupId, { delete: "keep" });
  expect(await failureOf(create(inputs({ adopt: backupId })))).toMatchObject({ code: "backup-missing" });
});

test("one that failed is refused, and left where it is", async () => {
  const { simulator, inputs, create, backups, backupId } = await withForeign();
  simulator.changeBackup(backupId, { fail: "dcs.08.0002" });
  const failure = await failureOf(create(inputs({ adopt: backupId })));
  expect(failure.message).toContain("cannot be adopted: it failed, as it took too long (dcs.08.0002).");
  expect(backups()).toHaveLength(1);
});

test("one that fails while it is waited for is left where it is, too", async () => {
  const { clock, simulator, inputs, create, backups, backupId } = await withForeign("by hand", { pace: 60 });
  clock.after(20_000, () => {
    simulator.changeBackup(backupId, { fail: "dcs.08.0002" });
  });
  expect(await failureOf(create(inputs({ adopt: backupId })))).toMatchObject({ code: "backup-failed" });
  expect(backups()).toHaveLength(1);
});

test("dropping the argument later changes nothing, and naming another backup replaces", async () => {
  const { behaviour, inputs, create, backupId } = await withForeign();
  const { outs } = await create(inputs({ adopt: backupId }));
  const again = { mark: outs.mark };
  expect(behaviour.diff("", { ...outs }, inputs({ adopt: backupId, ...again }))).toEqual({ changes: false });
  expect(behaviour.diff("", { ...outs }, inputs(again))).toEqual({ changes: false });
  expect(behaviour.diff("", { ...outs }, inputs({ adopt: "other", ...again }))).toEqual({ replaces: ["adopt"] });
});

describe("when a backup is gone", () => {
  test("with whenGone keep the resource stays, is not taken anew, and is destroyed in peace", async () => {
    const { behaviour, simulator, inputs, create, read, update, remove, requests } = story({ pace: 0 });
    const wanted = inputs({ whenGone: "keep" });
    const { id, outs } = await create(wanted);
    simulator.changeBackup(outs.backupId, { delete: "drop" });
    const kept = await read(id, outs);
    expect(kept).toMatchObject({ id, props: { status: "deleted", whenGone: "keep" } });
    expect(behaviour.diff(id, { ...kept.props }, wanted)).toEqual({ changes: false });
    const sent = requests().length;
    await update(id, kept.props, { ...wanted, description: "new" });
    expect(requests()).toHaveLength(sent);
    await remove(id, kept.props);
  });

  test("another endpoint of a kept one is taken over without a look: there is nothing to see", async () => {
    const { simulator, inputs, create, read, update, requests } = story({ pace: 0 });
    const wanted = inputs({ whenGone: "keep" });
    const { id, outs } = await create(wanted);
    simulator.changeBackup(outs.backupId, { delete: "drop" });
    const { props } = await read(id, outs);
    const sent = requests().length;
    expect((await update(id, props, { ...wanted, endpoint: "http://dcs.other" })).outs.endpoint).toBe(
      "http://dcs.other",
    );
    expect(requests()).toHaveLength(sent);
  });

  test("an expired one is kept with that status", async () => {
    const { simulator, inputs, create, read } = story({ pace: 0 });
    const { id, outs } = await create(inputs({ whenGone: "keep" }));
    simulator.changeBackup(outs.backupId, { expire: true });
    expect(await read(id, outs)).toMatchObject({ id, props: { status: "expired" } });
  });

  test("changing whenGone back takes a new one", async () => {
    const { behaviour, simulator, inputs, create, read } = story({ pace: 0 });
    const { id, outs } = await create(inputs({ whenGone: "keep" }));
    simulator.changeBackup(outs.backupId, { delete: "drop" });
    const { props } = await read(id, outs);
    const news = inputs({ whenGone: "recreate", mark: outs.mark });
    expect(behaviour.diff(id, { ...props }, news)).toEqual({ changes: true, replaces: ["status"] });
  });
});

test("refresh takes over what changed in the record", async () => {
  const { simulator, inputs, create, read } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  simulator.changeBackup(outs.backupId, { wire: { size: 42, is_support_restore: "FALSE" } });
  expect((await read(id, outs)).props).toEqual({ ...outs, size: 42, restorable: false });
});

test("the row warns when the instance holds as many backups as DCS keeps, and says which goes next", async () => {
  const { inputs, create, said } = story({ pace: 0 });
  for (let count = 0; count < 23; count++) await create(inputs());
  expect(said.filter((text) => text.includes("pushes out"))).toEqual([]);
  await create(inputs());
  expect(said.at(-1)).toMatch(
    /^the instance now holds 24 backups, as many as DCS keeps: the next one pushes out backup_\d{14} of \d{4}-\S+Z$/,
  );
});
