import type { WorldSpec } from "../../simulator/index";
import { memberMark } from "../../provider/lifecycle/mark";
import { type RecordedState, recordedAs, resourceIn, textOf } from "./recorded";
import { openRecorded } from "./recorded-host";

// Whoever began a rotation with an old release can go on with it, and end it, with this one.

interface Outputs {
  readonly instanceId: string;
  readonly mark: string;
  readonly backups: readonly { backupId: string; createdAt: string; triggersHash: string; step: string }[];
}

let open: Awaited<ReturnType<typeof openRecorded>>;
afterEach(() => open.close());

const outputsIn = (state: RecordedState) => resourceIn(textOf(state, "")).outputs as unknown as Outputs; // as recorded

/** The cloud some time later: the members are done, under the IDs and the remarks of then. */
function worldOf(state: RecordedState): WorldSpec {
  const { instanceId, mark, backups } = outputsIn(state);
  const members = backups.map(({ backupId, createdAt, ...sign }) => ({
    id: backupId,
    createdAt,
    remark: `before release ${memberMark(mark, sign)}`,
  }));
  return { instances: [{ id: instanceId, name: "sessions", backups: [...members, { remark: "somebody else's" }] }] };
}

const STATES = recordedAs("rotation", "rotation-partial");

test.each(STATES)("destroy of %s deletes its members, and nothing else", async (_, state) => {
  open = await openRecorded(state, worldOf(state));
  const { id, outputs } = open.resource;
  await open.calls.remove(id, { ...outputs });
  expect(open.remarks()).toEqual(["somebody else's"]);
  expect(open.requests()).toEqual(["DELETE", "GET", "GET"]);
  expect(open.host.noise()).toBe("");
});

test.each(STATES)("a refresh of %s finds its members, and keeps every field", async (_, state) => {
  open = await openRecorded(state, worldOf(state));
  const { id, outputs } = open.resource;
  const refreshed = await open.calls.read(id, { ...outputs });
  expect(refreshed.id).toBe(id);
  expect(Object.keys(refreshed.outputs)).toEqual(expect.arrayContaining(Object.keys(outputs)));
  const ids = (all: object) => (all as Outputs).backups.map(({ backupId }) => backupId);
  expect(ids(refreshed.outputs)).toEqual(ids(outputs));
});

test.each(STATES)("with the program of then, the next up after %s takes no new backup", async (_, state) => {
  open = await openRecorded(state, worldOf(state));
  const { id, inputs, outputs, initErrors = [] } = open.resource;
  expect(await open.calls.check({ ...inputs }, { ...inputs })).toEqual({ inputs, failures: [] });
  const unfinished = initErrors.length > 0;
  expect(await open.calls.diff(id, { ...outputs }, { ...inputs })).toEqual({ changes: unfinished, replaces: [] });
  const updated = await open.calls.update(id, { ...outputs }, { ...inputs });
  expect(updated.outputs).toMatchObject({ ...inputs, steps: 1, latest: { status: "succeed" } });
  expect(open.requests()).not.toContain("POST");
  expect(open.remarks()).toHaveLength(2);
});

test.each(STATES)("a member of %s that the state lacks, as a killed run leaves it, is taken over", async (_, state) => {
  open = await openRecorded(state, worldOf(state));
  const { id, outputs } = open.resource;
  const refreshed = await open.calls.read(id, { ...outputs, backups: [], steps: 0 });
  expect(refreshed.outputs["backups"]).toMatchObject(outputsIn(state).backups.map(({ backupId }) => ({ backupId })));
});
