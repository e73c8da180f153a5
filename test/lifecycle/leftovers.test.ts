import { findLeftovers } from "../../provider/cli/find-leftovers";
import { asJson, asTable } from "../../provider/cli/print-leftovers";
import { readState } from "../../provider/cli/state-file";
import { story } from "../support/story";

const type = "pulumi-nodejs:dynamic/dcs:Backup";
const urn = (name: string) => `urn:pulumi:dev::shop::${type}::${name}`;

/** A stack with one known backup, one of a create that was cut off, one whose host was killed, and foreign ones. */
async function scene() {
  const told = story({ pace: 0 });
  const { create, inputs, connect, clock, stop, instanceId } = told;
  const known = await create(inputs({ description: "known" }));
  const cut = inputs({ owner: urn("cut"), description: "a secret description" });
  const lost = await create(cut);
  const orphan = await create(inputs({ owner: urn("orphan") }));
  const foreign = await create(inputs({ owner: `urn:pulumi:prod::shop::${type}::before-release` }));
  const { client } = await clock.run(connect({}));
  const patience = { clock, deadline: clock.now() + 600_000, signal: stop.signal };
  await clock.run(client.createBackup(instanceId, { remark: "by hand" }, patience));
  const state = readState(
    JSON.stringify({
      deployment: {
        resources: [{ urn: urn("known"), type, id: known.id, inputs: {}, outputs: known.outs }],
        pending_operations: [{ type: "creating", resource: { urn: urn("cut"), type, inputs: cut } }],
      },
    }),
  );
  const find = (more: readonly string[] = []) => clock.run(findLeftovers(state, more, connect, patience));
  return { ...told, state, find, known, lost, orphan, foreign };
}

test("what a cut-off create left is found by its mark, and what bears the stack's hash is listed apart", async () => {
  const { find, lost, orphan } = await scene();
  const { leftovers, unread } = await find();
  expect(unread).toEqual([]);
  expect(leftovers.map(({ kind, backup, belongsTo }) => [kind, backup.backupId, belongsTo]).sort()).toEqual([
    ["cut-off", lost.outs.backupId, "cut"],
    ["stack", orphan.outs.backupId, undefined],
  ]);
});

test("the table and the JSON show the mark, and no description", async () => {
  const { find, lost } = await scene();
  const findings = await find();
  for (const text of [asTable(findings), asJson(findings)]) {
    expect(text).toContain(lost.outs.backupId);
    expect(text).toContain(lost.outs.mark);
    expect(text).not.toContain("secret");
  }
  expect(asTable({ leftovers: [], unread: [] })).toMatch(/^Nothing is left/);
});

test("an instance whose list cannot be read is told, since nothing is known of it then", async () => {
  const { simulator, find } = await scene();
  simulator.fault({ match: { path: "/backups" }, times: 100, then: { answer: { code: "DCS.3003" } } });
  const { leftovers, unread } = await find();
  expect(leftovers).toEqual([]);
  expect(unread).toEqual([
    expect.objectContaining({ why: expect.stringContaining("the role lacks the permission") as string }),
  ]);
  expect(asTable({ leftovers, unread })).toContain("Could not be read:");
});

test("an instance that the state does not name is looked at when it is given", async () => {
  const { simulator, create, inputs, find } = await scene();
  const second = simulator.card.instances[1]?.id ?? "";
  const elsewhere = await create(inputs({ instanceId: second, owner: urn("elsewhere") }));
  expect((await find()).leftovers).toHaveLength(2);
  expect((await find([second])).leftovers.map(({ backup }) => backup.backupId)).toContain(elsewhere.outs.backupId);
});

test("a copy of a cut-off create's remark on another instance is not taken for what the create has left", async () => {
  const { find, lost, clock, connect, stop, simulator } = await scene();
  const second = simulator.card.instances[1]?.id ?? "";
  const { client } = await clock.run(connect({}));
  const patience = { clock, deadline: clock.now() + 600_000, signal: stop.signal };
  const copy = await clock.run(client.createBackup(second, { remark: lost.outs.mark }, patience));
  const { leftovers } = await find([second]);
  expect(leftovers.find(({ backup }) => backup.backupId === copy)?.kind).toBe("stack");
});

test("a copy of a cut-off create's remark, made on another day, is not taken for what the create has left", async () => {
  const { find, lost, clock, connect, stop, instanceId } = await scene();
  await clock.run(clock.sleep(2 * 60 * 60_000));
  const { client } = await clock.run(connect({}));
  const patience = { clock, deadline: clock.now() + 600_000, signal: stop.signal };
  const copy = await clock.run(client.createBackup(instanceId, { remark: lost.outs.mark }, patience));
  const { leftovers } = await find();
  expect(leftovers.filter(({ kind }) => kind === "cut-off").map(({ backup }) => backup.backupId)).toEqual([
    lost.outs.backupId,
  ]);
  expect(leftovers.find(({ backup }) => backup.backupId === copy)?.kind).toBe("stack");
});
