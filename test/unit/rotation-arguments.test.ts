import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { check } from "../../provider/rotation/check";
import { seededDice } from "../support/dice";

const instanceId = "e016385d-b9fa-4bf0-9f38-9379f4a5293f";
const owner = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:BackupRotation::x";
const checked = (news: Record<string, unknown>, olds: Record<string, unknown> = {}) =>
  check(
    olds,
    { owner, ...news },
    { dice: seededDice(), apiVersion: ({ apiVersion }) => (apiVersion === "v2" ? "v2" : "v1.0") },
  );

const tooMany = (given: string) =>
  `keep must be a whole number from 1 to 23, not ${given}: DCS keeps 24 backups of an instance, and each step takes the new one before it deletes the oldest.`;

test.each([
  [{}, "Give keep: how many backups to keep, from 1 to 23."],
  [{ keep: 0 }, tooMany("0")],
  [{ keep: 24 }, tooMany("24")],
  [{ keep: 2.5 }, tooMany("2.5")],
  [{ keep: "5" }, tooMany("a string")],
  [{ keep: null }, tooMany("null")],
  [
    { keep: 5, description: "x".repeat(97) },
    "description has 97 bytes. Shorten it to 96 bytes of UTF-8: DCS keeps 128 characters, and the mark that finds the backup again needs the rest.",
  ],
  [{ keep: 5, triggers: "2" }, "triggers must be a list or an object of values, not a string."],
  [
    { keep: 5, adopt: "b" },
    "adopt is not an argument of a BackupRotation. Its arguments are instanceId, keep, triggers, description, region, projectId, endpoint, apiVersion, cloud, backupFormat, timeouts.",
  ],
  [
    { keep: 5, backupFormat: "rdb" },
    'backupFormat can be chosen with v2 of the API only. Set apiVersion: "v2" (or pulumi config set dcs:apiVersion v2), or leave backupFormat out.',
  ],
])("a wrong argument is refused in a sentence: %j", (args, reason) => {
  expect(checked({ instanceId, ...args }).failures).toEqual([{ property: "", reason }]);
});

test.each([1, 23, UNKNOWN])("keep may be %s", (keep) => {
  expect(checked({ instanceId, keep }).failures).toEqual([]);
});

test("a new rotation gets a mark, an old one keeps it, and in a preview it is unknown", () => {
  expect(checked({ instanceId, keep: 1 }).inputs).toMatchObject({
    mark: expect.stringMatching(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/) as string,
  });
  expect(checked({ instanceId, keep: 1 }, { mark: "pulumi-abcdef-12345678" }).inputs).toMatchObject({
    mark: "pulumi-abcdef-12345678",
  });
  expect(checked({ instanceId, keep: 1, mark: UNKNOWN }).inputs).toMatchObject({ mark: UNKNOWN });
});
