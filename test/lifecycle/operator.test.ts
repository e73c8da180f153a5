import { connectorOf, deleteOne, list } from "../../provider/cli/backups";
import { NoAnswer } from "../../provider/dcs/exchange";
import { seededDice } from "../support/dice";
import { failureOf, story, type StoryOptions } from "../support/story";
import { surroundingsOf } from "../support/surroundings";

/** An operator at a terminal who answers with what is given; undefined: nobody sits there. */
function operator(answer: string | undefined, options: StoryOptions = {}) {
  const told = story(options);
  const { clock, connect, instanceId, backups } = told;
  const printed: string[] = [];
  const complained: string[] = [];
  const asked: string[] = [];
  const means = {
    clock,
    dice: seededDice(),
    sendBy: () => () => Promise.reject(new NoAnswer("the connection that was given is used", "no")),
    surroundingsOf: () => surroundingsOf({}),
    print: (text: string) => printed.push(text),
    complain: (text: string) => complained.push(text),
    ask: (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  };
  const flags = { instance: instanceId, stack: undefined, cwd: ".", place: {}, json: false, yes: false };
  return {
    ...told,
    means,
    printed,
    complained,
    asked,
    list: (more: object = {}) => clock.run(list({ ...flags, ...more }, connect, means)),
    remove: (more: object = {}) =>
      clock.run(deleteOne({ ...flags, backup: backups()[0]?.id ?? "", ...more }, connect, means)),
  };
}

const marked = "before release pulumi-0a1b2c-abcdefgh";
const two = {
  instances: [
    {
      name: "sessions",
      backups: [
        { remark: marked, createdAt: "2026-11-01T00:00:00Z" },
        { remark: "by hand", createdAt: "2026-11-02T00:00:00Z", expiresAt: "2026-11-09T00:00:00Z" },
      ],
    },
    { name: "empty" },
    { name: "scratch" },
  ],
};

test("without credentials and without a stack, --stack is named, as no configuration was read", async () => {
  const { means } = operator(undefined);
  const connect = await connectorOf({ stack: undefined, cwd: "." }, means);
  const refused = connect({ region: "eu-de" }, { say: means.complain, warn: means.complain });
  await expect(refused).rejects.toMatchObject({
    code: "no-credentials",
    message: expect.stringMatching(/ No stack was named: --stack NAME uses its configuration\.$/) as string,
  });
});

describe("list", () => {
  test("shows all backups of an instance, newest first, the expired one too", async () => {
    const { list, printed, backups } = operator(undefined, { world: two });
    expect(await list()).toBe(0);
    const [heading, newest, oldest, end] = (printed[0] ?? "").split("\n");
    expect(heading).toMatch(/^ {2}BACKUP +CREATED +TYPE +FORMAT +SIZE +STATUS +REMARK$/);
    expect(newest).toContain(
      `${backups()[1]?.id ?? ""}  2026-11-02T00:00:00.000Z  manual  rdb     880 kB  expired  by hand`,
    );
    expect(oldest).toContain(marked);
    expect(end).toBe("");
  });

  test("prints for programs what a program's getBackups gives", async () => {
    const { list, printed, backups, instanceId } = operator(undefined, { world: two });
    await list({ json: true });
    expect(JSON.parse(printed[0] ?? "")).toMatchObject([
      { backupId: backups()[1]?.id, status: "expired", bearsPulumiMark: false },
      { id: `${instanceId}/${backups()[0]?.id ?? ""}`, remark: marked, bearsPulumiMark: true },
    ]);
  });

  test("says of an instance without backups that it has none, and of no instance that it is unknown", async () => {
    const { list, printed, simulator } = operator(undefined, { world: two });
    await list({ instance: simulator.card.instances[1]?.id });
    expect(printed).toEqual([expect.stringMatching(/has no backup\.\n$/)]);
    expect(await failureOf(list({ instance: "00000000-cebf-4473-95c4-d1b573c16e79" }))).toMatchObject({
      code: "instance-unknown",
    });
  });
});

describe("delete", () => {
  test("shows what it is about to delete, warns of the mark, asks, and deletes with proof", async () => {
    const { remove, complained, asked, backups, requests } = operator("yes", { world: two });
    const [first] = backups();
    expect(await remove()).toBe(0);
    expect(asked).toEqual(["Delete it for good? Only yes will do: "]);
    expect(complained[0]).toContain(first?.id);
    expect(complained[1]).toContain("it bears the mark pulumi-0a1b2c-abcdefgh");
    expect(complained.at(-1)).toMatch(
      /^backup_20261101010000 of instance .* is deleted: the instance no longer lists it\.$/,
    );
    expect(backups().map(({ remark }) => remark)).toEqual(["by hand"]);
    const path = "/v1.0/*/instances/*/backups";
    expect(requests()).toEqual([`GET ${path} 200`, `DELETE ${path}/* 200`, `GET ${path} 200`]);
  });

  test.each(["no", "", "y", "yes please"])("deletes nothing when the answer is %j", async (answer) => {
    const { remove, complained, backups } = operator(answer, { world: two });
    expect(await remove()).toBe(3);
    expect(complained.at(-1)).toBe("Nothing was deleted.");
    expect(backups()).toHaveLength(2);
  });

  test("deletes nothing where nobody can be asked, and says which flag helps", async () => {
    const { remove, backups } = operator(undefined, { world: two });
    expect((await failureOf(remove())).message).toContain("Give --yes to delete without being asked.");
    expect(backups()).toHaveLength(2);
  });

  test("does not ask with --yes, and prints the proof with --json", async () => {
    const { remove, asked, printed, backups, instanceId } = operator(undefined, { world: two });
    const backupId = backups()[0]?.id;
    expect(await remove({ yes: true, json: true })).toBe(0);
    expect(asked).toEqual([]);
    expect(JSON.parse(printed.join(""))).toEqual({ instanceId, backupId, proof: "absent" });
  });

  test("does not warn of a backup that bears no mark", async () => {
    const { remove, complained, backups } = operator("yes", { world: two });
    await remove({ backup: backups()[1]?.id });
    expect(complained.join()).not.toContain("Warning");
  });

  test("says that a backup is not there, or its instance, without asking for anything", async () => {
    const { remove, asked, requests } = operator("yes", { world: two });
    const missing = "00000000-cebf-4473-95c4-d1b573c16e79";
    expect((await failureOf(remove({ backup: missing }))).message).toMatch(
      /lists no backup 0000.*so nothing was deleted/,
    );
    expect((await failureOf(remove({ instance: missing }))).message).toMatch(/^There is no instance 0000/);
    expect(asked).toEqual([]);
    expect(requests().join()).not.toContain("DELETE");
  });

  test("waits for a backup that still runs, and says so", async () => {
    const { remove, connect, instanceId, stop, clock, complained } = operator(undefined, { pace: 60 });
    const { client } = await clock.run(connect({}));
    const patience = { clock, deadline: clock.now() + 60_000, signal: stop.signal };
    const backup = await clock.run(client.createBackup(instanceId, { remark: "by hand" }, patience));
    const began = clock.now();
    expect(await remove({ yes: true, backup })).toBe(0);
    expect(clock.now() - began).toBeGreaterThan(59_000);
    expect(complained.some((text) => text.includes("a backup of the instance is running"))).toBe(true);
  });

  test("a refusal that stays is told without a word about any state", async () => {
    const { remove, simulator, backups } = operator("yes", { world: two });
    simulator.fault({ match: { method: "DELETE" }, times: 100, then: { answer: { code: "DCS.3003" } } });
    const { message } = await failureOf(remove({ yes: true }));
    expect(message).toMatch(/the role lacks the permission.*The backup is still listed by instance [0-9a-f-]+\.$/);
    simulator.clearFaults();
    simulator.fault({ match: { method: "DELETE" }, times: 1000, then: { answer: { code: "DCS.4096" } } });
    const { message: late } = await failureOf(remove({ yes: true }));
    expect(late).toMatch(/is not gone 45 min after the order to delete it\. Run the command again to go on\./);
    expect(late).not.toMatch(/the state|pulumi state/);
    expect(backups()).toHaveLength(2);
  });
});
