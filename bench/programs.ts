import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whose resources: ours; such of the same form that do nothing; `filled` ones that do nothing but return as much as ours;
 * `bare` ones that have one argument, no outputs and do nothing; or such that do nothing but wait.
 */
export type Kind = "ours" | "nothing" | "filled" | "bare" | "waiting";

/** How the program of each kind names its class and where it gets it from. */
const CLASSES: Readonly<Record<Kind, string>> = {
  ours: 'const { Backup: Resource } = require("pulumi-dcs-backup");',
  nothing: 'const { Nothing: Resource } = require("./nothing.js");',
  filled: 'const { Filled: Resource } = require("./nothing.js");',
  bare: 'const { Bare: Resource } = require("./nothing.js");',
  waiting: 'const { Nothing: Resource } = require("./nothing.js");',
};

/** What the state of a resource that does nothing holds as its provider, and the same for one that waits. */
export const NOTHING_TEXT = 'exports.handler=()=>require("./nothing-provider.js").nothing';
const FILLED_TEXT = 'exports.handler=()=>require("./nothing-provider.js").filled';
export const WAITING_TEXT = 'exports.handler=()=>require("./nothing-provider.js").waiting';

/** What a program may read of a backup; a resource has to name it when it registers. */
const OUTPUTS = [
  ...["backupId", "name", "status", "size", "type", "backupFormat", "createdAt", "startedAt", "finishedAt"],
  ...["restorable", "region", "projectId", "endpoint", "apiVersion", "cloud", "description", "whenGone", "triggers"],
  "timeouts",
];

/** What the state of a backup holds besides its instance and its provider; on average 25 characters each. */
const FILLING = [
  ...[
    "backupId",
    "name",
    "status",
    "size",
    "type",
    "backupFormat",
    "createdAt",
    "startedAt",
    "finishedAt",
    "restorable",
  ],
  ...["region", "projectId", "endpoint", "requestedAt", "listed", "mark", "owner"],
];

/**
 * The limit: resources with a state text as short as ours, whose provider does nothing. The engine, the dynamic host, the SDK
 * and the state do for them what they have to do for any dynamic resource. `pulumi.dynamic.Resource` would be slower, since it
 * serializes the provider's code for each resource.
 */
const NOTHING = `const pulumi = require("@pulumi/pulumi");
const __provider = ${JSON.stringify(NOTHING_TEXT)};
const outputs = Object.fromEntries(${JSON.stringify(OUTPUTS)}.map((name) => [name, undefined]));
exports.Nothing = class Nothing extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("pulumi-nodejs:dynamic/bench:Nothing", name, { ...outputs, ...args, __provider }, opts);
  }
};
exports.Filled = class Filled extends pulumi.CustomResource {
  constructor(name, args, opts) {
    const __provider = ${JSON.stringify(FILLED_TEXT)};
    super("pulumi-nodejs:dynamic/bench:Filled", name, { ...outputs, ...args, __provider }, opts);
  }
};
exports.Bare = class Bare extends pulumi.CustomResource {
  constructor(name, args, opts) {
    super("pulumi-nodejs:dynamic/bench:Bare", name, { ...args, __provider }, opts);
  }
};
`;

const NOTHING_PROVIDER = `exports.nothing = { create: async (inputs) => ({ id: inputs.instanceId, outs: inputs }) };
const filling = Object.fromEntries(${JSON.stringify(FILLING)}.map((name) => [name, "x".repeat(25)]));
exports.filled = { create: async (inputs) => ({ id: inputs.instanceId, outs: { ...filling, ...inputs } }) };
exports.waiting = {
  create: () => {
    process.stderr.write(".");
    return new Promise((resolve) => setTimeout(resolve, 3600000));
  },
};
`;

/** Writes a project with one resource for each instance. */
export function writeProject(folder: string, kind: Kind, instances: readonly string[]): void {
  const files = {
    "Pulumi.yaml": "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "package.json": '{ "name": "bench", "private": true, "main": "index.js" }\n',
    "instances.json": JSON.stringify(instances),
    "nothing.js": NOTHING,
    "nothing-provider.js": NOTHING_PROVIDER,
    "index.js": `${CLASSES[kind]}
for (const instanceId of require("./instances.json")) new Resource("backup-" + instanceId, { instanceId });
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
