import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { PROVIDER_TEXT } from "../support/provider-text";
import { installedStack } from "./installed-stack";
import type { PackageManager } from "./package-managers";
import { type Language, PROGRAMS } from "./programs";
import { packTarball } from "./tarball";

// Fetches @pulumi/pulumi for each case, and the other package managers once: the network decides how long that takes.
const LONGEST = 600_000;

let tarball: Awaited<ReturnType<typeof packTarball>>;
let simulator: RunningSimulator;
let stack: Awaited<ReturnType<typeof installedStack>> | undefined;

beforeAll(async () => {
  tarball = await packTarball();
}, LONGEST);
afterAll(() => {
  tarball.remove();
});
beforeEach(async () => {
  simulator = await startSimulator({ pace: 0 });
});
afterEach(async () => {
  stack?.remove();
  stack = undefined;
  await simulator.close();
});

/** The oldest Node.js that the package names, the one of this clone, and the newest. */
const NODES = ["22.13.0", undefined, "26.9.0"];
const MANAGERS: readonly PackageManager[] = ["npm", "pnpm", "yarn"];

const CASES: readonly (readonly [PackageManager, Language, string | undefined])[] = [
  ...MANAGERS.flatMap((manager) => NODES.map((node) => [manager, "TypeScript, CommonJS", node] as const)),
  ["npm", "TypeScript, ES module", undefined],
  ["npm", "JavaScript", undefined],
];

test.each(CASES)(
  "installed by %s, a program in %s (Node.js: %s) takes its backup, finds nothing to change and nothing left over, and deletes it",
  async (manager, language, node) => {
    const instanceId = simulator.card.instances[0]?.id ?? "";
    const program = PROGRAMS[language](instanceId);
    stack = await installedStack(
      { manager, program, tarball: tarball.file, ...(node === undefined ? {} : { node }) },
      simulator,
    );
    expect(stack.contract).toContain(stack.folder);

    expect(await stack.preview()).toMatch(/\+ 2 to create/);
    expect(await stack.up()).toMatch(/backup_\d{14} done, /);
    const [stored, ...others] = await stack.stored();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({
      inputs: { __provider: PROVIDER_TEXT },
      outputs: { __provider: PROVIDER_TEXT, instanceId, description: "before release", triggers: { release: 1 } },
    });
    expect(Object.keys(stored?.outputs ?? {}).sort()).toEqual(OUTPUTS);
    const [backup] = backups();
    expect(await stack.outputs()).toEqual({ backupId: backup?.id, status: "succeed" });

    expect(await stack.up()).toMatch(/2 unchanged/);
    expect(JSON.parse(await stack.leftovers())).toEqual({ leftovers: [], unread: [] });
    const destroyed = await stack.destroy();
    expect(destroyed).toMatch(/deleted: the instance no longer lists it/);
    expect(await stack.stored()).toEqual([]);
    expect(backups()).toEqual([]);
    expect(simulator.journal().map(({ method, status }) => `${method} ${status}`)).toEqual(REQUESTS);
  },
  LONGEST,
);

/** Of the whole life, in every case; the second look is the command's. */
const REQUESTS = ["POST 200", "GET 200", "GET 200", "DELETE 200", "GET 200"];

/** What every case's state holds. */
const OUTPUTS = [
  "__provider",
  "backupFormat",
  "backupId",
  "createdAt",
  "description",
  "endpoint",
  "finishedAt",
  "instanceId",
  "listed",
  "mark",
  "name",
  "owner",
  "projectId",
  "region",
  "requestedAt",
  "restorable",
  "size",
  "startedAt",
  "status",
  "triggers",
  "type",
];

function backups() {
  const all = simulator.world().instances.flatMap((instance) => instance.backups);
  return all.filter(({ deletedAt }) => !deletedAt);
}
