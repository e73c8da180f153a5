import type { WorldSpec } from "../../simulator/index";
import { recordedAs, type RecordedState, resourceIn, textOf } from "./recorded";
import { openRecorded } from "./recorded-host";

// Whoever restored with an old release does not restore again with this one.

let open: Awaited<ReturnType<typeof openRecorded>>;
afterEach(() => open.close());

const textIn = (state: RecordedState, name: string) => String(resourceIn(textOf(state, "")).outputs[name]);

/** The cloud some time later, but for the restore, which no world file can hold. */
function worldOf(state: RecordedState): WorldSpec {
  const backup = { id: textIn(state, "backupId"), remark: "by hand" };
  return {
    instances: [
      { name: "sessions", backups: [backup] },
      { id: textIn(state, "instanceId"), name: "catalogue" },
    ],
  };
}

/** Restores as then, and gives the record the ID of then. */
async function restoredThen(state: RecordedState) {
  open = await openRecorded(state, worldOf(state));
  const { calls, simulator, resource } = open;
  const made = await calls.create({ ...resource.inputs });
  simulator.changeRestore(String(made.outputs["restoreId"]), { wire: { restore_id: textIn(state, "restoreId") } });
  return { ...resource, made, before: open.requests().length };
}

const STATES = recordedAs("restore", "restore-partial");

test.each(STATES)(
  "a restore as in %s bears the same mark today, so that it is found and not done again",
  async (_, state) => {
    const { made, inputs, before } = await restoredThen(state);
    expect(made.outputs["mark"]).toBe(textIn(state, "mark"));
    expect((await open.calls.create({ ...inputs })).outputs["restoreId"]).toBe(textIn(state, "restoreId"));
    expect(open.requests().slice(before)).not.toContain("POST");
  },
);

test.each(STATES)("a refresh of %s finds it, and keeps every field", async (_, state) => {
  const { id, outputs } = await restoredThen(state);
  const refreshed = await open.calls.read(id, { ...outputs });
  expect(refreshed).toMatchObject({ id, outputs: { status: "succeed", restoreId: outputs["restoreId"] } });
  expect(Object.keys(refreshed.outputs)).toEqual(expect.arrayContaining(Object.keys(outputs)));
});

test.each(STATES)("with the program of then, the next up after %s restores nothing", async (_, state) => {
  const { id, inputs, outputs, initErrors = [], before } = await restoredThen(state);
  expect(await open.calls.check({ ...inputs }, { ...inputs })).toEqual({ inputs, failures: [] });
  const unfinished = initErrors.length > 0;
  expect(await open.calls.diff(id, { ...outputs }, { ...inputs })).toEqual({ changes: unfinished, replaces: [] });
  const updated = await open.calls.update(id, { ...outputs }, { ...inputs });
  expect(updated.outputs).toMatchObject({ ...inputs, status: "succeed" });
  expect(open.requests().slice(before)).toEqual(unfinished ? ["GET"] : []);
});

test.each(STATES)("destroy of %s sends nothing", async (_, state) => {
  const { id, outputs, before } = await restoredThen(state);
  await open.calls.remove(id, { ...outputs });
  expect(open.requests()).toHaveLength(before);
  expect(open.host.noise()).toBe("");
});
