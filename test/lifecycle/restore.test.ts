import { failureOf } from "../support/story";
import { restoreScene } from "./restore-scene";

test("up restores and waits, with progress; the instance then holds what the backup held", async () => {
  const drill = await restoreScene();
  expect(await drill.up()).toBe("created");
  expect(drill.content()).toBe("revision 7");
  const { id, outputs } = drill.stated();
  expect(id).toBe(`${drill.target}/${outputs.restoreId}`);
  expect(outputs).toMatchObject({
    status: "succeed",
    backupId: drill.backup.outs.backupId,
    backupName: drill.backup.outs.name,
    name: expect.stringMatching(/^restore_\d{14}$/) as string,
    overwrite: true,
    region: "eu-de",
  });
  expect(drill.said).toContainEqual(expect.stringMatching(/^restore_\d+ \d\d %, \d+ s$/));
  expect(drill.said.at(-1)).toMatch(/^restore_\d+ done, .*: the instance holds what backup_\d+ held$/);
  expect(await drill.up()).toBe("unchanged");
});

test.each([{ overwrite: undefined }, { overwrite: false }, { overwrite: "true" }])(
  "without overwrite: true it is refused before anything is sent: %j",
  async (given) => {
    const drill = await restoreScene();
    expect((await failureOf(drill.up(given))).message).toBe(
      "overwrite must be true: a restore overwrites all data of the instance, and what it holds now does not come back. Give overwrite: true to say that this is meant.",
    );
    expect(drill.orders()).toEqual([]);
  },
);

test("only other triggers, another backup or another instance restore again", async () => {
  const drill = await restoreScene({ restorePace: 0 });
  await drill.up({ triggers: { drill: 1 } });
  expect(await drill.up({ triggers: { drill: 1 }, timeouts: { create: "5m" }, apiVersion: "v2" })).toBe("updated");
  expect(drill.orders()).toHaveLength(1);
  expect(await drill.up({ triggers: { drill: 2 } })).toBe("replaced");
  expect(drill.orders()).toHaveLength(2);
  const second = await drill.create(drill.inputs());
  expect(await drill.up({ triggers: { drill: 2 }, backupId: second.outs.backupId })).toBe("replaced");
  expect(await drill.up({ triggers: { drill: 2 }, backupId: second.outs.backupId, instanceId: drill.instanceId })).toBe(
    "replaced",
  );
  expect(drill.orders()).toHaveLength(4);
});

test("what was restored on an occasion is not restored a second time, also not after destroy", async () => {
  const drill = await restoreScene({ restorePace: 0 });
  await drill.up();
  await drill.destroy();
  drill.simulator.changeInstance(drill.target, { content: "newer" });
  expect(await drill.up()).toBe("created");
  expect(drill.orders()).toHaveLength(1);
  expect(drill.content()).toBe("newer");
  expect(drill.said).toContainEqual(
    expect.stringMatching(/^restore_\d+ of \S+ is this very one: it is done, and nothing is sent$/),
  );
});

test("an earlier restore is not called done once another one has overwritten the instance", async () => {
  const drill = await restoreScene({ restorePace: 0 });
  await drill.up({ triggers: { drill: 1 } });
  drill.simulator.advance("1m");
  await drill.up({ triggers: { drill: 2 } });
  drill.simulator.advance("1m");
  const failure = await failureOf(drill.up({ triggers: { drill: 1 } }));
  expect(failure.message).toMatch(
    /was restored .* on this occasion at .*, and restore_\d+ has overwritten the instance at/,
  );
  expect(drill.orders()).toHaveLength(2);
});

test("one that a killed run has just ordered is not ordered again when it is over, however late it is listed", async () => {
  const drill = await restoreScene({ restorePace: 5, listingLag: 3 });
  await drill.killedUp(3);
  expect(drill.orders()).toHaveLength(1);
  expect(await drill.up()).toBe("created");
  expect(drill.orders().map((request) => request.slice(-3))).toEqual(["200", "400"]);
  expect(drill.restores()).toHaveLength(1);
});

test("destroy sends nothing, and says that the data does not return", async () => {
  const drill = await restoreScene({ restorePace: 0 });
  await drill.up();
  const before = drill.requests().length;
  await drill.destroy();
  expect(drill.requests()).toHaveLength(before);
  expect(drill.content()).toBe("revision 7");
  expect(drill.said.at(-1)).toBe(
    "removed from the state only: the data that the restore has overwritten does not return",
  );
});

test("a refresh never drops it: not when its record is gone, nor when its instance is", async () => {
  const drill = await restoreScene({ restorePace: 0 });
  await drill.up();
  const { id, outputs } = drill.stated();
  drill.simulator.fault({ match: { path: "/restores" }, then: { answer: { status: 204 } } });
  await drill.refresh();
  expect(drill.stated()).toMatchObject({ id, outputs });
  drill.simulator.deleteInstance(drill.target);
  await drill.refresh();
  expect(drill.stated()).toMatchObject({ id, outputs });
  expect(drill.said.at(-1)).toBe("its instance is gone: it stays in the state as it was");
});

test("with v2 of the API it is the same, with an empty list as 204 and strings as {}", async () => {
  const drill = await restoreScene({ apiVersion: "v2", nullStrings: "object" });
  await drill.up();
  expect(drill.content()).toBe("revision 7");
  expect(drill.requests()).toContain("POST /v2/*/instances/*/restores 200");
  expect(drill.requests()).toContain("GET /v2/*/instances/*/restores 204");
});
