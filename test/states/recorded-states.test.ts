import { recordedAs, type RecordedState, resourceIn, textOf } from "./recorded";
import { openRecorded } from "./recorded-host";
import { worldOf } from "./recorded-world";

// Whoever took a backup with an old release can delete it with this one: the state of then and the code of now.

const TWIN = "9e1b5c04-7f3a-4d26-8c11-b0a7d94e6f52";

let opened: Awaited<ReturnType<typeof openRecorded>>;
afterEach(() => opened.close());

/** The backup of a recorded state, in a cloud that has it, before a host that is ready to work on it. */
async function open(state: RecordedState) {
  const repeated = state.name === "repeated";
  opened = await openRecorded(state, worldOf(resourceIn(textOf(state, "")), repeated ? TWIN : undefined));
  return opened.resource;
}

const STATES = recordedAs("finished", "partial", "adopted", "repeated");

test.each(STATES)("what the state of %s holds is deleted, and nothing else", async (_, state) => {
  const { id, outputs } = await open(state);
  await opened.calls.remove(id, { ...outputs });
  expect(opened.remarks()).toEqual(["somebody else's"]);
  const again = state.name === "repeated" ? ["GET", "DELETE", "GET"] : [];
  expect(opened.requests()).toEqual(["DELETE", "GET", ...again]);
  expect(opened.host.noise()).toBe("");
});

test.each(STATES)("a refresh of %s finds it, and keeps every field of its outputs", async (_, state) => {
  const { id, outputs } = await open(state);
  const refreshed = await opened.calls.read(id, { ...outputs });
  expect(refreshed.id).toBe(id);
  expect(refreshed.outputs).toEqual(expect.objectContaining(steady(outputs)));
  expect(Object.keys(refreshed.outputs)).toEqual(expect.arrayContaining(Object.keys(outputs)));
  expect(opened.requests()).toEqual(["GET"]);
});

test.each(STATES)("with the program of then, the next up after %s takes no new backup", async (_, state) => {
  const { id, inputs, outputs, initErrors = [] } = await open(state);
  expect(await opened.calls.check({ ...inputs }, { ...inputs })).toEqual({ inputs, failures: [] });
  const unfinished = initErrors.length > 0;
  expect(await opened.calls.diff(id, { ...outputs }, { ...inputs })).toEqual({ changes: unfinished, replaces: [] });
  if (unfinished) await opened.calls.update(id, { ...outputs }, { ...inputs });
  expect(opened.requests()).toEqual(unfinished ? ["GET"] : []);
});

/** What no look changes. */
function steady(outputs: Readonly<Record<string, unknown>>) {
  const { __provider, backupId, instanceId, mark, owner, region, projectId, endpoint } = outputs;
  return { __provider, backupId, instanceId, mark, owner, region, projectId, endpoint };
}
