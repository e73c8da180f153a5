import { runEngine, type Outcome } from "./engine";
import { actByHand, FAILS } from "./by-hand";
import type { Change, Cut, History, RunStep, StackName, Step } from "./history";
import type { Host } from "./host";
import { startInMemoryHost } from "./in-memory-host";
import { kindOf } from "./kinds";
import { leftovers } from "./recover";
import { type Pending, Stack } from "./stack";
import { Violation, mustHold } from "./violation";
import { markOf } from "./mark-of";
import { openWorld, SECRET, type World } from "./world";

/** Starts the host of one run. */
export type StartHost = (world: World, stack: StackName, cut: Cut | undefined) => Host;

interface Scene {
  readonly world: World;
  readonly startHost: StartHost;
  readonly stacks: Readonly<Record<StackName, Stack>>;
}

/** Late effects have come by then, and absence counts. Milliseconds. */
const LATE = 3 * 60_000;

/** Plays a history, and then what a careful user does to end it. Throws a {@link Violation} where something is wrong. */
export async function play(history: History): Promise<void> {
  await playIn(openWorld(history), history.steps, startInMemoryHost);
}

/** The same in a world that is there, with hosts of another kind. */
export async function playIn(world: World, steps: readonly Step[], startHost: StartHost): Promise<void> {
  const stacks = { dev: new Stack("dev"), prod: new Stack("prod") };
  for (const { program } of Object.values(stacks)) program.set("a", { instance: 0, release: 1 });
  world.stacks.push(...Object.values(stacks));
  const scene = { world, stacks, startHost };
  for (const step of steps) {
    await playStep(step, scene);
    mustStillHold(scene);
  }
  await end(scene);
  mustStillHold(scene);
}

async function playStep(step: Step, scene: Scene): Promise<void> {
  const { world, stacks } = scene;
  switch (step.do) {
    case "wait":
      return world.clock.run(world.clock.sleep(step.seconds * 1_000));
    case "by hand":
      return world.clock.run(actByHand(step, world));
    case "leftovers":
      await world.clock.run(leftovers(stacks[step.stack], world));
      return;
    default:
      return playRun(step, scene);
  }
}

async function playRun(step: RunStep, { world, stacks, startHost }: Scene): Promise<void> {
  const { clock, simulator } = world;
  const stack = stacks[step.stack];
  for (const change of step.changes) changeProgram(change, stack, world);
  for (const fault of step.faults ?? []) simulator.fault(fault);
  world.mayRepeat ||= step.cut !== undefined || step.faults !== undefined;
  if (step.failsAfter !== undefined)
    clock.after(step.failsAfter * 1_000, () => {
      failBackups(world);
    });
  const before = new Set(stack.pending);
  const host = startHost(world, stack.name, step.cut);
  const other = stacks[step.stack === "dev" ? "prod" : "dev"];
  const otherHost = startHost(world, other.name, undefined);
  const besides = step.besides ? [runEngine(step.besides, other, otherHost, world)] : [];
  const [outcome, theirs] = await clock.run(Promise.all([runEngine(step.do, stack, host, world), ...besides]));
  await clock.run(Promise.all([host.afterwards(), otherHost.afterwards()]));
  if (step.cut?.how === "kill the CLI")
    mustHaveLeftNothing(
      stack.pending.filter((each) => !before.has(each)),
      world,
      step,
    );
  simulator.clearFaults();
  if (hasLate(step)) {
    await clock.run(clock.sleep(LATE));
    world.hidesRestores = true;
  } else if (step.cut && hasDelay(step)) await clock.run(clock.sleep(LATE));
  mustBeClean(step.do, stack, outcome, world);
  if (theirs && step.besides) mustBeClean(step.besides, other, theirs, world);
}

function failBackups(world: World): void {
  for (const { id, status } of world.present())
    if (status === "waiting" || status === "backuping") world.spoil(id, FAILS);
}

const hasLate = ({ faults }: RunStep) => faults?.some(({ then }) => "late" in then) ?? false;

/** A request may still be on its way when the machine that sent it is dead. */
const hasDelay = ({ faults }: RunStep) => faults?.some(({ then }) => "delay" in then) ?? false;

/** Keys that were refused twice are used no more by this host, be it to clean up: `leftovers` finds what it has made. */
const condemnsKeys = ({ faults }: RunStep) =>
  faults?.some(({ then, times = 1 }) => "unauthorized" in then && times > 1) ?? false;

function changeProgram({ name, args }: Change, stack: Stack, world: World): void {
  const { program } = stack;
  if (!args) {
    program.delete(name);
    return;
  }
  const present = world.present();
  const pick = name === "restore" ? (args.backup ?? args.release) : args.backup;
  const made = typeof pick === "string" ? stack.current(stack.urnOf(pick))?.outputs["backupId"] : undefined;
  const meant = typeof pick === "number" ? present[pick % present.length] : world.backup(made);
  if (typeof pick === "string" && !meant) return;
  // There is nothing that it could restore.
  if (name === "restore" && !meant) return;
  program.set(name, { ...args, ...(meant ? { backupId: meant.id } : {}) });
}

/** With the CLI alone dead, the host itself sees to it that its creates leave nothing. */
function mustHaveLeftNothing(cut: readonly Pending[], world: World, step: RunStep): void {
  if (hasLate(step) || condemnsKeys(step)) return;
  for (const { type, urn, inputs } of cut) {
    // Nothing of a rotation is deleted unasked, and nothing of a restore at all.
    if (type !== "creating" || kindOf(urn) !== "Backup" || inputs["adopt"] !== undefined) continue;
    const left = world.present().find((each) => markOf(each) === inputs["mark"] && world.makerOf(each));
    mustHold(
      !left || world.isExcused(left),
      `The CLI was killed, and backup ${left?.id ?? ""} was left behind by the host.`,
    );
  }
}

/** After a destroy that succeeded, nothing that the stack has made exists, except what the user was told of. */
function mustBeClean(kind: RunStep["do"], stack: Stack, { ok, failures }: Outcome, world: World): void {
  for (const failure of failures) {
    world.texts.push(failure.message);
    // A failure without an ID leaves nothing in the state but these words.
    if (!("id" in failure))
      for (const mark of failure.message.match(/pulumi-\w{6}-\w{8}/g) ?? []) world.excused.add(mark);
  }
  if (!ok || kind !== "destroy") return;
  mustHold(stack.resources.length === 0, "A destroy succeeded and left resources in the state.");
  for (const each of world.present().filter((backup) => world.makerOf(backup) === stack.name)) {
    mustHold(world.isExcused(each), `A destroy succeeded, and backup ${each.id} of this stack is there.`);
  }
}

/** What holds after every step. */
function mustStillHold({ world, stacks }: Scene): void {
  const [violation] = world.violations;
  if (violation) throw new Violation(violation);
  const secrets = [world.secretKey, SECRET];
  for (const text of world.texts) {
    for (const secret of secrets) mustHold(!text.includes(secret), `A secret is in this text: ${text}`);
    mustHold(!text.includes("undefined"), `A text says undefined: ${text}`);
  }
  for (const { mark, restores } of world.restoresByMark()) {
    const count = restores.filter(({ status }) => status !== "failed").length;
    mustHold(count < 2 || world.hidesRestores, `What is restored once was restored ${count} times: ${mark}.`);
  }
  for (const { mark, made } of world.madeByMark())
    mustHold(made < 2 || world.mayRepeat || world.lag > 0, `What is taken once was taken ${made} times: ${mark}.`);
  const states = Object.values(stacks)
    .map((stack) => stack.exported())
    .join();
  mustHold(!states.includes(world.secretKey), "A secret key is in a state.");
  for (const id of world.foreign) {
    const backup = world.backup(id);
    const isOurs = world.adopted.has(id);
    mustHold(
      backup?.removedBy !== "delete" || isOurs,
      `Backup ${id} was made by hand, adopted by nobody, and deleted by us.`,
    );
  }
}

/** What a careful user does in the end: waits, clears what cut runs left, destroys. */
async function end({ world, stacks, startHost }: Scene): Promise<void> {
  const { clock, simulator } = world;
  simulator.clearFaults();
  simulator.change({ pace: 60, deletionTakes: 0, deleteOfMissing: "gone" });
  await clock.run(clock.sleep(3 * 60 * 60_000));
  for (const { id } of simulator.world().instances) simulator.changeInstance(id, { task: null, status: "RUNNING" });
  for (const stack of Object.values(stacks)) {
    const others = await clock.run(leftovers(stack, world));
    const elsewhere = new Set(
      Object.values(stacks).flatMap(({ resources }) => resources.map(({ id }) => id.split("/")[1])),
    );
    for (const { backup } of others.filter(({ backup }) => !elsewhere.has(backup.backupId))) {
      mustHold(
        world.isExcused(world.backup(backup.backupId)) || world.foreign.has(backup.backupId),
        `Backup ${backup.backupId} was left behind, and nobody was told.`,
      );
    }
  }
  for (const stack of Object.values(stacks)) {
    const host = startHost(world, stack.name, undefined);
    const outcome = await clock.run(runEngine("destroy", stack, host, world));
    await clock.run(host.afterwards());
    mustHold(
      outcome.ok,
      `The last destroy of ${stack.name} failed: ${outcome.failures.map(({ message }) => message).join(" ")}`,
    );
    mustBeClean("destroy", stack, outcome, world);
  }
}
