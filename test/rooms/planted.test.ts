import * as rules from "./rules";

type Planted = readonly [what: string, path: string, text: string];

// Planted violations: a rule that lets one of these pass proves nothing about the real files.

catches(rules.noLongFile, [["a file of 251 lines", "test/a.ts", "//\n".repeat(251)]]);

catches(rules.everyFileHasARoom, [
  ["a file nobody gave a room", "provider/odds.ts", ""],
  ["a folder nobody gave a room", "provider/odds/ends.ts", ""],
]);

catches(rules.everyImportIsReadable, [["a module named at run time", "provider/backup.ts", `require("g" + "ot")`]]);

catches(rules.noRoomKnowsTheOneAbove, [
  ["dcs that uses identity", "provider/dcs/a.ts", `import { sign } from "../identity/signer"`],
  ["dcs that knows a type of identity", "provider/dcs/a.ts", `import type { S } from "../identity/s"`],
  ["host that uses the lifecycle", "provider/host/a.ts", `import { create } from "../lifecycle/create"`],
  ["lifecycle that runs the host", "provider/lifecycle/a.ts", `import { progress } from "../host/progress"`],
  ["lifecycle that re-exports the contract", "provider/lifecycle/a.ts", `export { backup } from "../provider"`],
  ["a front room that requires the lifecycle", "provider/backup.ts", `const l = require("./lifecycle/create")`],
  [
    "a front door that imports the contract later",
    "provider/index.ts",
    `export const p = () => import("./provider.js")`,
  ],
  [
    "the contract that imports the package by its name",
    "provider/provider.ts",
    `import { Backup } from "pulumi-dcs-backup"`,
  ],
  ["errors that know the service", "provider/errors.ts", `type R = import("./dcs/refusal").Refusal`],
]);

catches(rules.simulatorAndProviderAreStrangers, [
  [
    "a simulator that imports the package",
    "simulator/iam/a.ts",
    `import { sign } from "../../provider/identity/signer"`,
  ],
  ["a simulator that imports a type of the package", "simulator/a.ts", `import type { B } from "pulumi-dcs-backup"`],
  ["a package that imports the simulator", "provider/dcs/a.ts", `import sim = require("dcs-simulator")`],
  ["a package that imports a test", "provider/dcs/a.ts", `import "../../test/host/start"`],
]);

catches(rules.onlyFrontRoomsRunPulumi, [
  ["a lifecycle that runs Pulumi", "provider/lifecycle/a.ts", `import * as pulumi from "@pulumi/pulumi"`],
  ["a contract that loads Pulumi late", "provider/provider.ts", `const p = await import("@pulumi/pulumi/runtime")`],
  ["a host that runs more than the protocol", "provider/host/a.ts", `import { log } from "@pulumi/pulumi"`],
  ["a client that uses grpc", "provider/dcs/a.ts", `createRequire(__filename)("@grpc/grpc-js")`],
  ["half a type import of Pulumi", "provider/dcs/a.ts", `import { type Output, log } from "@pulumi/pulumi"`],
]);

catches(rules.onlyHttpImportsGot, [
  ["got in the retry rule", "provider/dcs/retry.ts", `import { HTTPError } from "got"`],
  [
    "got's inside, loaded by a made require",
    "provider/host/a.ts",
    `const load = createRequire(__filename); load("got/dist")`,
  ],
  ["a type of got outside http.ts", "provider/dcs/client.ts", `import type { Got } from "got"`],
]);

catches(rules.onlyIdentityReadsTheEnvironment, [
  ["process.env in the client", "provider/dcs/a.ts", `const k = process.env["OS_AK"]`],
  ["process.env by its key", "provider/host/a.ts", `globalThis.process["env"]`],
  ["process.env taken apart", "provider/cli/a.ts", `const { env: e } = process`],
  ["process.env imported", "provider/errors.ts", `import { env } from "node:process"`],
]);

catches(rules.onlyTheSignerComputesAnHmac, [
  ["an HMAC in the client", "provider/dcs/a.ts", `import { createHmac } from "node:crypto"`],
  ["an HMAC beside the signer", "provider/identity/token.ts", `crypto.createHmac("sha256", k)`],
]);

// And what looks like one but is none.

letsPass(rules.noLongFile, [["a file of 250 lines", "test/a.ts", "//\n".repeat(250)]]);

letsPass(rules.noRoomKnowsTheOneAbove, [
  ["a lifecycle that knows a type of the host", "provider/lifecycle/a.ts", `import { type P } from "../host/progress"`],
  [
    "a front room that knows a type of the lifecycle",
    "provider/backup.ts",
    `import type { I } from "./lifecycle/inputs"`,
  ],
  ["identity that sends through dcs", "provider/identity/token.ts", `import { call } from "../dcs/call"`],
  ["a state text that looks like an import", "provider/backup.ts", `const t = 'require("pulumi-dcs-backup/provider")'`],
]);

letsPass(rules.onlyFrontRoomsRunPulumi, [
  ["a host that speaks Pulumi's protocol", "provider/host/a.ts", `import e from "@pulumi/pulumi/proto/engine_grpc_pb"`],
  [
    "a host that finds Pulumi's grpc",
    "provider/host/a.ts",
    `createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js")`,
  ],
  [
    "a lifecycle that knows a type of Pulumi",
    "provider/lifecycle/a.ts",
    `import type { dynamic } from "@pulumi/pulumi"`,
  ],
  ["a front room that runs Pulumi", "provider/backup.ts", `import * as pulumi from "@pulumi/pulumi"`],
]);

letsPass(rules.onlyIdentityReadsTheEnvironment, [
  ["a simulator that reads its own environment", "simulator/cli.ts", `process.env["PORT"]`],
]);

letsPass(rules.onlyTheSignerComputesAnHmac, [
  ["a simulator that checks an HMAC", "simulator/iam/a.ts", `createHmac("sha256", k)`],
]);

function catches(rule: rules.Rule, planted: readonly Planted[]): void {
  test.each(planted)(`${rule.name} catches %s`, (_, path, text) => {
    expect(rule({ path, text })).toEqual([expect.stringContaining(path)]);
  });
}

function letsPass(rule: rules.Rule, planted: readonly Planted[]): void {
  test.each(planted)(`${rule.name} lets %s pass`, (_, path, text) => {
    expect(rule({ path, text })).toEqual([]);
  });
}
