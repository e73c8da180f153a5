import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { diff } from "../../provider/restore/diff";

const inputs = { instanceId: "i", backupId: "b", overwrite: true, triggers: { a: [1] }, owner: "o" };
const outputs = {
  ...inputs,
  region: "eu-de",
  projectId: "p",
  endpoint: "https://e",
  restoreId: "r",
  status: "succeed",
};

test.each([
  ["nothing differs", {}, {}, { changes: false }],
  ["other triggers", {}, { triggers: { a: [2] } }, { replaces: ["triggers"] }],
  ["another backup", {}, { backupId: "c" }, { replaces: ["backupId"] }],
  ["a backup that is not known yet", {}, { backupId: UNKNOWN }, { replaces: ["backupId"] }],
  ["another instance", {}, { instanceId: "j" }, { replaces: ["instanceId"] }],
  ["another place", {}, { region: "eu-nl", projectId: "q" }, { replaces: ["region", "projectId"] }],
  ["the place given, as it was resolved", {}, { region: "eu-de", endpoint: "https://e" }, { changes: false }],
  ["other timeouts", {}, { timeouts: { create: "5m" } }, {}],
  ["another version of the API", {}, { apiVersion: "v2" }, {}],
  ["another owner, as after a rename", {}, { owner: "n" }, {}],
  ["a restore that is not finished", { status: "restoring" }, {}, { changes: true }],
  ["a restore that failed", { status: "failed" }, {}, { changes: true, replaces: ["status"] }],
])("%s", (_case, olds, news, answer) => {
  expect(diff({ ...outputs, ...olds }, { ...inputs, ...news })).toEqual(answer);
});
