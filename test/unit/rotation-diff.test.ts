import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { diff } from "../../provider/rotation/diff";
import type { Member } from "../../provider/rotation/member";

const member = (step: string, status = "succeed"): Member => ({
  backupId: step,
  createdAt: `2026-01-01T00:0${step.slice(-1)}:00Z`,
  status,
  triggersHash: "aaaa",
  step,
});
const inputs = { instanceId: "i", keep: 2, triggers: { a: [1] }, mark: "m", owner: "o" };
const outputs = {
  ...inputs,
  region: "eu-de",
  projectId: "p",
  endpoint: "https://e",
  backups: [member("001"), member("000")],
  steps: 2,
};

test.each([
  ["nothing differs", {}, {}, { changes: false }],
  ["other triggers", {}, { triggers: { a: [2] } }, {}],
  ["triggers that are not known yet", {}, { triggers: { a: [UNKNOWN] } }, {}],
  ["a lower keep", {}, { keep: 1 }, { changes: true }],
  ["a higher keep", {}, { keep: 3 }, {}],
  ["a keep that is not known yet", {}, { keep: UNKNOWN }, {}],
  ["another format", {}, { backupFormat: "aof" }, {}],
  ["another description", {}, { description: "x" }, {}],
  ["another owner, as after a rename", {}, { owner: "n" }, {}],
  ["another instance", {}, { instanceId: "j" }, { replaces: ["instanceId"] }],
  ["an instance that is not known yet", {}, { instanceId: UNKNOWN }, { replaces: ["instanceId"] }],
  ["another region and project", {}, { region: "eu-nl", projectId: "q" }, { replaces: ["region", "projectId"] }],
  [
    "region and endpoint given, as they were resolved",
    {},
    { region: "eu-de", endpoint: "https://e" },
    { changes: false },
  ],
  ["no complete step", { steps: 0 }, {}, { changes: true }],
  ["a member that still runs", { backups: [member("001", "backuping")] }, {}, { changes: true }],
  ["a record of a failed one", { backups: [member("001", "failed"), member("000")] }, {}, { changes: true }],
  ["one more than is kept", { backups: [member("002"), ...outputs.backups] }, {}, { changes: true }],
  ["two of one step", { backups: [member("001"), { ...member("001"), backupId: "twin" }] }, {}, { changes: true }],
])("%s", (_case, olds, news, answer) => {
  expect(diff({ ...outputs, ...olds }, { ...inputs, ...news })).toEqual(answer);
});
