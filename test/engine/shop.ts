import { startSimulator, type RunningSimulator, type SimulatorOptions } from "../../simulator/index";
import { makeStack, type Stack } from "../support/pulumi-stack";
import { crash } from "./crash";

/** A simulator, and a stack that works with it, for one story. */
export type Shop = ReturnType<typeof shopOf>;

/** Gives a function that opens a shop; each one is closed after its story. A backup takes no time unless `pace` says so. */
export function shops() {
  const open: Shop[] = [];
  afterEach(async () => {
    for (const shop of open.splice(0)) await shop.close();
  });
  return async (program: string, options: SimulatorOptions = {}): Promise<Shop> => {
    const shop = await openShop(program, options);
    open.push(shop);
    return shop;
  };
}

/**
 * The statement that declares a backup; `args` and `opts` are the insides of two object literals. Programs know the
 * instances by the names `sessions`, `catalogue` and `scratch` (a single node).
 */
export function backup({ name = "before-release", of = "sessions", args = "", opts = "" } = {}): string {
  return `new Backup("${name}", { instanceId: ${of}, ${args} }, { ${opts} });`;
}

/** The same with the number of a release as its trigger. */
export function release(number: number, opts = ""): string {
  return backup({ args: `triggers: { release: ${number} }`, opts });
}

/** The URN of a backup that has no parent. */
export function urnOf(name = "before-release"): string {
  return `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::${name}`;
}

/** Waits until something is so; the story's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function openShop(program: string, options: SimulatorOptions): Promise<Shop> {
  const simulator = await startSimulator({ pace: 0, ...options });
  return shopOf(simulator, await makeStack(simulator, preludeOf(simulator) + program));
}

/** The shop of a simulator and a stack that works with it; closing it closes both. */
export function shopOf(simulator: RunningSimulator, stack: Stack) {
  const quiet = ["--yes", "--skip-preview"];
  let taken = 0;

  return {
    simulator,
    stack,
    /** Another program from now on. */
    change(text: string) {
      stack.writeProgram(preludeOf(simulator) + text);
    },
    /** What the state knows of the backups, without what the engine notes for itself. */
    async known() {
      return (await stack.stored()).map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));
    },
    /** Runs what has to fail, and gives what the user reads: no stack of our calls, nothing undefined. */
    async fails(command: "up" | "destroy" | "refresh", ...args: string[]): Promise<string> {
      const { code, text } = await stack.run(command, ...quiet, ...args);
      expect(code).not.toBe(0);
      expect(text).not.toMatch(/^\s+at .*\/provider\/.*:\d+/m);
      expect(text).not.toContain("undefined");
      return text;
    },
    refresh: (...args: string[]) => stack.must("refresh", ...quiet, ...args),
    /** The requests that reached the service since the last call, as `METHOD status`. */
    requests(): string[] {
      const seen = simulator.journal().slice(taken);
      taken += seen.length;
      return seen.map(({ method, status }) => `${method} ${status}`);
    },
    /** The backups that exist now, oldest first. */
    backups: () =>
      simulator
        .world()
        .instances.flatMap((instance) => instance.backups)
        .filter(({ deletedAt }) => !deletedAt)
        .sort((one, other) => one.createdAt.localeCompare(other.createdAt)),
    async close() {
      // After a story that failed or was too slow; nothing of it may go on.
      for (const child of stack.running()) crash(child);
      await simulator.close();
      stack.remove();
    },
  };
}

/** What programs know by name. */
function preludeOf({ card, url }: RunningSimulator): string {
  return `const url = "${url}";\n${card.instances.map(({ id, name }) => `const ${name} = "${id}";\n`).join("")}`;
}
