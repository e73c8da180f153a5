import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { release, shopOf, until } from "../engine/shop";
import { PROVIDER_TEXT } from "../support/provider-text";
import { makeStack, newFolder, type Stack, stackIn } from "../support/pulumi-stack";
import type { Known } from "./operations";

/** A backup as a world is told of it. */
export interface PreparedBackup {
  readonly id: string;
  readonly remark: string | null;
}

/** Stacks in the state in which an operation begins. The CLI makes each once; a case gets a copy, which takes no time. */
export type PreparedStacks = Awaited<ReturnType<typeof prepareStacks>>;

const STATE = "home/state/.pulumi/stacks/shop/dev.json";

export async function prepareStacks() {
  const simulator = await startSimulator({ pace: 60 });
  const stack = await makeStack(simulator, "");
  const shop = shopOf(simulator, stack);
  const templates = new Map<Known, { readonly folder: string; readonly backups: readonly PreparedBackup[] }>();
  const shelf = mkdtempSync(join(dirname(stack.folder), "interruption-"));

  function keep(known: Known) {
    const folder = join(shelf, known);
    cpSync(stack.folder, folder, { recursive: true });
    templates.set(known, { folder, backups: shop.backups().map(({ id, remark }) => ({ id, remark })) });
  }

  try {
    keep("nothing");
    shop.change(release(1));
    const running = stack.start(["up", "--yes", "--skip-preview"]);
    await until(() => shop.requests().includes("GET 200"));
    running.child.kill("SIGINT");
    await running.ended;
    keep("unfinished");
    simulator.advance("1m");
    await stack.up();
    keep("finished");
  } finally {
    await shop.close();
  }

  const templateOf = (known: Known) => {
    const template = templates.get(known);
    if (!template) throw new Error(`No stack was prepared that knows ${known}.`);
    return template;
  };
  const [instance] = simulator.card.instances;
  if (!instance) throw new Error("The simulated world has no instance.");
  return {
    /** The instance that all backups are of. */
    instance: { id: instance.id, name: instance.name },
    /** The backups that the service holds then; an unfinished one still runs. */
    backups: (known: Known) => templateOf(known).backups,
    /** A copy that works with another simulator, and whose backup was asked for just now. */
    async copy(known: Known, { url }: RunningSimulator): Promise<Stack> {
      const folder = newFolder();
      cpSync(templateOf(known).folder, folder, { recursive: true });
      for (const name of ["Pulumi.dev.yaml", STATE]) {
        const file = join(folder, name);
        const text = readFileSync(file, "utf8").replaceAll(simulator.url, url);
        writeFileSync(file, text.replace(/("requestedAt": *)"[^"]*"/g, `$1"${new Date().toISOString()}"`));
      }
      // Which stack is selected is remembered by the folder's path.
      return stackIn(folder, { PULUMI_STACK: "dev" });
    },
    remove() {
      rmSync(shelf, { recursive: true, force: true });
    },
  };
}

/** What the state's file says of backups; no command is needed for that, and none could be run while it is locked. */
export function stateOf({ folder }: Stack) {
  const { checkpoint } = JSON.parse(readFileSync(join(folder, STATE), "utf8")) as StateFile; // Pulumi's own form
  const { resources = [], pending_operations: pending = [] } = checkpoint.latest ?? {};
  const known = [...resources, ...pending.map(({ resource }) => resource)];
  const backups = known.filter(({ outputs }) => outputs?.backupId);
  const ids = (some: readonly StoredBackup[]) => some.flatMap(({ outputs }) => outputs?.backupId ?? []);
  const leaving = pending.filter(({ type }) => type === "deleting").map(({ resource }) => resource);
  return {
    /** Backups whose ID it knows in any way. */
    known: ids(known),
    /** Whether a deletion of each of them would find its provider. */
    deletable: backups.every(({ outputs }) => outputs?.__provider === PROVIDER_TEXT),
    /** Backups that it calls present: neither replaced nor about to be deleted. */
    present: ids(resources.filter((each) => !each.delete && !leaving.some(({ id }) => id === each.id))),
    /** The marks of creates that were cut off. */
    cutOff: pending.flatMap(({ type, resource }) => (type === "creating" ? (resource.inputs?.mark ?? []) : [])),
  };
}

interface StoredBackup {
  readonly id?: string;
  readonly delete?: boolean;
  readonly inputs?: { readonly mark?: string };
  readonly outputs?: { readonly backupId?: string; readonly __provider?: string };
}

interface StateFile {
  readonly checkpoint: {
    readonly latest?: {
      readonly resources?: readonly StoredBackup[];
      readonly pending_operations?: readonly { readonly type: string; readonly resource: StoredBackup }[];
    };
  };
}

/** Prepares them before the tests of a file, and removes them after; `limit`: milliseconds. */
export function stacksPreparedWithin(limit: number): () => Promise<PreparedStacks> {
  let prepared: Promise<PreparedStacks>;
  beforeAll(async () => {
    prepared = prepareStacks();
    await prepared;
  }, limit);
  afterAll(async () => {
    (await prepared).remove();
  });
  return () => prepared;
}
