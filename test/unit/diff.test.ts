import { diff } from "../../provider/lifecycle/diff";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

const inputs = { instanceId: "i", description: "d", triggers: { a: [1] }, mark: "m", owner: "o" };
const outputs = { ...inputs, region: "eu-de", projectId: "p", endpoint: "https://e", backupId: "b", status: "succeed" };

describe("what diff answers", () => {
  test.each([
    ["nothing differs", {}, {}, { changes: false }],
    ["another instance", {}, { instanceId: "j" }, { replaces: ["instanceId"] }],
    ["an instance that is not known yet", {}, { instanceId: UNKNOWN }, { replaces: ["instanceId"] }],
    ["other triggers, deep inside", {}, { triggers: { a: [2] } }, { replaces: ["triggers"] }],
    ["a trigger that is not known yet", {}, { triggers: { a: [UNKNOWN] } }, { replaces: ["triggers"] }],
    ["triggers removed", {}, { triggers: undefined }, { replaces: ["triggers"] }],
    ["another region", {}, { region: "eu-nl" }, { replaces: ["region"] }],
    ["another project", {}, { projectId: "q" }, { replaces: ["projectId"] }],
    [
      "region, project and endpoint given, as they were resolved",
      {},
      { region: "eu-de", projectId: "p", endpoint: "https://e" },
      { changes: false },
    ],
    ["a format given, as the service made it", { backupFormat: "rdb" }, { backupFormat: "rdb" }, { changes: false }],
    ["another format", { backupFormat: "rdb" }, { backupFormat: "aof" }, { replaces: ["backupFormat"] }],
    [
      "a format that the service could not make, asked for as before",
      { backupFormat: "aof", wantedFormat: "rdb" },
      { backupFormat: "rdb" },
      { changes: false },
    ],
    ["another version of the API", {}, { apiVersion: "v2" }, {}],
    ["another description", {}, { description: "x" }, {}],
    ["a timeout added", {}, { timeouts: { create: "5m" } }, {}],
    ["another endpoint", {}, { endpoint: "https://f" }, {}],
    ["another owner, as after a rename", {}, { owner: "n" }, {}],
    ["a backup that is not finished", { status: "backuping" }, {}, { changes: true }],
    ["a backup that failed", { status: "failed" }, {}, { changes: true, replaces: ["status"] }],
  ])("%s", (_case, olds, news, answer) => {
    expect(diff({ ...outputs, ...olds }, { ...inputs, ...news })).toEqual(answer);
  });
});
