import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whose resources: ours, or such that do nothing, or nothing but wait for ever. */
export type Kind = "ours" | "nothing" | "waiting";

/** How the program of each kind names its class and where it gets it from. */
const CLASSES: Readonly<Record<Kind, string>> = {
  ours: 'const { Backup: Resource } = require("pulumi-dcs-backup");',
  nothing: 'const { Nothing: Resource } = require("./nothing.js");',
  waiting: 'const { Nothing: Resource } = require("./nothing.js");',
};

/** What the state of a resource that does nothing holds as its provider, and the same for one that waits. */
export const NOTHING_TEXT = 'exports.handler=()=>require("./nothing-provider.js").nothing';
export const WAITING_TEXT = 'exports.handler=()=>require("./nothing-provider.js").waiting';

/**
 * The limit: a resource of the same form as ours, with a state text as short, whose provider does nothing. The engine, the
 * dynamic host, the SDK and the state do for it what they have to do for any dynamic resource. `pulumi.dynamic.Resource` would
 * be slower, since it serializes the provider's code for each resource.
 */
const NOTHING = `const pulumi = require("@pulumi/pulumi");
exports.Nothing = class Nothing extends pulumi.CustomResource {
  constructor(name, args, opts) {
    const __provider = ${JSON.stringify(NOTHING_TEXT)};
    super("pulumi-nodejs:dynamic/bench:Nothing", name, { ...args, __provider }, opts);
  }
};
`;

const NOTHING_PROVIDER = `exports.nothing = { create: async (inputs) => ({ id: inputs.instanceId, outs: inputs }) };
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
