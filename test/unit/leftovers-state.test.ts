import { readState } from "../../provider/cli/state-file";

const type = "pulumi-nodejs:dynamic/dcs:Backup";
const urn = (name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const exported = (deployment: object) => JSON.stringify({ version: 3, deployment });

test("a state's backups are known by their IDs, and cut-off creates by their marks", () => {
  const state = readState(
    exported({
      resources: [
        { urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", type: "pulumi:pulumi:Stack" },
        {
          urn: urn("a"),
          type,
          id: "i/b",
          inputs: { instanceId: "i", mark: "m1" },
          outputs: { region: "eu-de", projectId: "p" },
        },
      ],
      pending_operations: [
        {
          type: "creating",
          resource: { urn: urn("c"), type, inputs: { instanceId: "j", mark: "m2", region: "eu-nl" } },
        },
        { type: "updating", resource: { urn: urn("d"), type, id: "i/e", inputs: { instanceId: "i", mark: "m3" } } },
        { type: "creating", resource: { urn: urn("other"), type: "aws:s3/bucket:Bucket", inputs: {} } },
      ],
    }),
  );
  expect(state.known).toEqual([
    { urn: urn("a"), instanceId: "i", backupIds: ["b"], mark: "m1", place: { region: "eu-de", projectId: "p" } },
    { urn: urn("d"), instanceId: "i", backupIds: ["e"], mark: "m3", place: {} },
  ]);
  expect(state.cutOff).toEqual([
    { urn: urn("c"), instanceId: "j", backupIds: [], mark: "m2", place: { region: "eu-nl" } },
  ]);
  expect(state.anyUrn).toBe("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
});

test("a create whose instance is a secret in the state is told, not passed over", () => {
  const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
  const resource = { urn: urn("c"), type, inputs: { instanceId: secret, mark: "m" } };
  expect(readState(exported({ pending_operations: [{ type: "creating", resource }] })).hidden).toEqual([urn("c")]);
});

test("an empty state has nothing in it", () => {
  expect(readState(exported({}))).toEqual({ anyUrn: undefined, known: [], cutOff: [], hidden: [] });
});

test.each(["", "{}", "[]", '{"deployment":{"resources":7}}'])(
  "what is no exported state is refused in a sentence: %s",
  (text) => {
    expect(() => readState(text)).toThrow(
      "The state is not what pulumi stack export prints. Give its output as it is.",
    );
  },
);
