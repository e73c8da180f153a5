import { check } from "../../provider/lifecycle/check";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { seededDice } from "../support/dice";

const owner = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::before-release";
const instanceId = "5560df16-cebf-4473-95c4-d1b573c16e79";
const checked = (news: Record<string, unknown>, olds: Record<string, unknown> = {}) =>
  check(
    olds,
    { owner, ...news },
    { dice: seededDice(), apiVersion: ({ apiVersion }) => (apiVersion === "v2" ? "v2" : "v1.0") },
  );

describe("a wrong argument is refused in a sentence that names it and says what to give", () => {
  test.each([
    [{}, "Give instanceId: the ID of the DCS instance to back up."],
    [{ instanceId: 42 }, "instanceId must be a string (the ID of the DCS instance to back up), not a number."],
    [{ instanceId: null }, "instanceId must be a string (the ID of the DCS instance to back up), not null."],
    [{ instanceId: ["x"] }, "instanceId must be a string (the ID of the DCS instance to back up), not a list."],
    [{ instanceId: {} }, "instanceId must be a string (the ID of the DCS instance to back up), not an object."],
    [{ instanceId: "" }, "instanceId is empty. Give the ID of the DCS instance to back up."],
    [{ instanceId: "a/b" }, "instanceId must not hold a slash or a space. Give the ID of the DCS instance to back up."],
    [
      { instanceId, description: "ä".repeat(51) },
      "description has 102 bytes. Shorten it to 100 bytes of UTF-8: DCS keeps 128 characters, and the mark that finds the backup again needs the rest.",
    ],
    [{ instanceId, description: 1 }, "description must be a string (what the backup is for), not a number."],
    [{ instanceId, triggers: "2" }, "triggers must be a list or an object of values, not a string."],
    [{ instanceId, region: "eu de" }, "region must not hold a slash or a space. Give a region such as eu-de."],
    [
      { instanceId, endpoint: "dcs.eu-de.otc.t-systems.com" },
      "endpoint is not a base URL. Give scheme and host, such as https://dcs.eu-de.otc.t-systems.com.",
    ],
    [
      { instanceId, timeouts: { create: "soon" } },
      'timeouts.create is not a duration above zero. Give hours, minutes and seconds such as "45m", "1h30m" or "90s".',
    ],
    [
      { instanceId, timeouts: { delete: 5 } },
      'timeouts.delete must be a string (a duration such as "45m"), not a number.',
    ],
    [
      { instanceId, timeouts: { update: "5m" } },
      'timeouts has no update: give any of create, read and delete, such as { create: "45m" }.',
    ],
    [
      { instanceId, timeouts: "5m" },
      'timeouts must be an object with any of create, read and delete, such as { create: "45m" }.',
    ],
    [{ instanceId, instanceid: "x" }, "instanceid is not an argument of a Backup. Did you mean instanceId?"],
    [
      { instanceId, endpoint: "https://dcs.eu-de.otc.t-systems.com/v1.0" },
      "endpoint names a version of the API. Give it without, and choose the version by apiVersion.",
    ],
    [{ instanceId, apiVersion: "v3" }, 'apiVersion must be "v1.0" or "v2".'],
    [{ instanceId, apiVersion: "v2", backupFormat: "AOF" }, 'backupFormat must be "aof" or "rdb".'],
    [
      { instanceId, backupFormat: "rdb" },
      'backupFormat can be chosen with v2 of the API only. Set apiVersion: "v2" (or pulumi config set dcs:apiVersion v2), or leave backupFormat out.',
    ],
    [
      { instanceId, descripton: "x" },
      "descripton is not an argument of a Backup. Its arguments are instanceId, description, triggers, region, projectId, endpoint, apiVersion, cloud, backupFormat, adopt, whenGone, timeouts.",
    ],
  ])("%j", (args, reason) => {
    expect(checked(args).failures).toEqual([{ property: "", reason }]);
  });
});

test("a format may be chosen with v2, and while the version is not known yet", () => {
  expect(checked({ instanceId, apiVersion: "v2", backupFormat: "rdb" }).failures).toEqual([]);
  expect(checked({ instanceId, apiVersion: UNKNOWN, backupFormat: "rdb" }).failures).toEqual([]);
});

test("every wrong argument is told at once", () => {
  expect(checked({ description: 1, timeouts: { create: "soon" } }).failures).toHaveLength(3);
});

test("unknown values pass, also inside of others", () => {
  const args = { instanceId: UNKNOWN, description: UNKNOWN, timeouts: { create: UNKNOWN }, triggers: [UNKNOWN] };
  expect(checked(args).failures).toEqual([]);
});

test("a new backup gets a mark of its stack and of its own, an old one keeps it", () => {
  const { mark } = checked({ instanceId }).inputs as { mark: string };
  expect(mark).toMatch(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/);
  expect(checked({ instanceId }, { mark: "pulumi-abcdef-12345678" }).inputs).toMatchObject({
    mark: "pulumi-abcdef-12345678",
  });
});

test("in a preview an unknown mark stands where there is no old one", () => {
  expect(checked({ instanceId, mark: UNKNOWN }).inputs).toMatchObject({ mark: UNKNOWN });
  expect(checked({ instanceId, mark: UNKNOWN }, { mark: "old" }).inputs).toMatchObject({ mark: "old" });
});

test("an endpoint loses the slash at its end, so that it equals what the outputs hold", () => {
  expect(checked({ instanceId, endpoint: "http://localhost:1/" }).inputs).toMatchObject({
    endpoint: "http://localhost:1",
  });
});
