import { isDeepStrictEqual } from "node:util";
import { givenInputs } from "./given";
import { EngineGone, type Host } from "./host";
import { kindOf, textOf } from "./kinds";
import type { Pending, Properties, Resource, Stack } from "./stack";
import { mustBeAsDeclared, mustBeTrueWords, mustForgetOnlyGone, mustHaveKept, truthOf } from "./truth";
import { mustHold } from "./violation";
import type { World } from "./world";

/** How a run ended. */
export interface Outcome {
  readonly ok: boolean;
  readonly failures: readonly Error[];
}

/**
 * What the Pulumi engine does with a stack, as far as the state and the calls to a host are concerned; from
 * what the real one was seen to do (test/engine, test/engine-more and test/interruption-engine hold it against that).
 */
export async function runEngine(
  kind: "up" | "refresh" | "destroy",
  stack: Stack,
  host: Host,
  world: World,
): Promise<Outcome> {
  const failures: Error[] = [];
  const before = world.deletions.length;
  const run: Run = { stack, host, world, failures, taken: new Set() };
  try {
    if (kind === "refresh") await Promise.all(stack.resources.map((each) => refreshed(each, run)));
    else {
      if (kind === "up") await settled([...stack.program.keys()].map((name) => declared(name, run)));
      const isUndeclared = ({ urn, isReplaced }: Resource) =>
        kind === "destroy" || isReplaced || !stack.program.has(nameOf(urn));
      if (kind === "up" && failures.length === 0 && !host.isStopping()) mustBeAsDeclared(stack);
      if (failures.length === 0) await settled(stack.resources.filter(isUndeclared).map((each) => removed(each, run)));
    }
  } catch (error) {
    if (!(error instanceof EngineGone)) throw error;
    return { ok: false, failures: [...failures, error] };
  }
  const ok = failures.length === 0 && !host.isStopping();
  const deleted = world.deletions.slice(before).filter((each) => each.stack === stack.name);
  if (ok && kind === "up") {
    mustHaveKept(
      run.taken,
      deleted.map(({ id }) => id),
      world,
    );
  }
  // The engine warns of pending creates, and a state that becomes empty forgets them.
  if (ok && kind === "destroy") {
    for (const { inputs } of stack.pending) world.excused.add(String(inputs["mark"]));
    stack.pending = [];
  }
  return { ok, failures };
}

interface Run {
  readonly stack: Stack;
  readonly host: Host;
  readonly world: World;
  readonly failures: Error[];
  /** What this run has taken or taken over. */
  readonly taken: Set<unknown>;
}

const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";

/** A violation ends everything at once; where the engine is gone, no call goes on. */
async function settled(work: readonly Promise<void>[]): Promise<void> {
  await Promise.all(work);
}

async function declared(name: string, run: Run): Promise<void> {
  const { stack, host } = run;
  if (host.isStopping()) return;
  const urn = stack.urnOf(name);
  const old = stack.current(urn);
  const given = givenInputs(name, stack, run.world);
  await step(run, async () => {
    const inputs = await checked(old?.inputs ?? {}, given, run);
    if (!old) return created(undefined, urn, inputs, run);
    const difference = await host.diff(old.id, old.outputs, inputs);
    if (difference.replaces?.length) return created(old, urn, await checked({}, given, run), run);
    const changed = difference.changes ?? !isDeepStrictEqual(old.inputs, inputs);
    if (changed || old.initErrors.length > 0) return updated(old, inputs, run);
    stack.put(old, { ...old, inputs });
  });
}

/** A failed step is noted, and the others go on. */
async function step({ failures, world }: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof EngineGone || !(error instanceof Error) || error.name === "Violation") throw error;
    mustBeTrueWords(error, world);
    failures.push(error);
  }
}

async function checked(olds: Properties, news: Properties, { host }: Run): Promise<Properties> {
  const result = await host.check(olds, news);
  mustHold((result.failures ?? []).length === 0, `Good inputs were refused: ${JSON.stringify(result.failures)}`);
  return result.inputs;
}

async function created(old: Resource | undefined, urn: string, inputs: Properties, run: Run): Promise<void> {
  const { stack, host } = run;
  if (host.isStopping()) return;
  const put = (id: string, outputs: Properties, initErrors: readonly string[]) => {
    mustHold(typeof id === "string" && id.includes("/"), `A create gave the ID ${JSON.stringify(id)}.`);
    truthOf(urn).mustBeTrue(outputs, "A create", run.world);
    if (typeof inputs["adopt"] === "string") run.world.adopted.add(inputs["adopt"]);
    const replaced = old ? [{ ...old, isReplaced: true }] : [];
    stack.put(old, { urn, id, inputs, outputs, initErrors, isReplaced: false }, ...replaced);
  };
  await pendingWhile({ type: "creating", urn, inputs }, run, async () => {
    const { id, outs } = await partlyTaken(
      () => host.create(inputs),
      (partial) => {
        put(partial.id, partial.properties, partial.reasons);
      },
    );
    const outputs: Properties = { ...outs, __provider: textOf(urn) };
    truthOf(urn).mustBeDone(outputs, "What a create has made");
    truthOf(urn).mustBeSingle(outputs, run.world);
    put(id, outputs, []);
    for (const taken of truthOf(urn).takenBy(outputs)) run.taken.add(taken);
  });
}

async function updated(old: Resource, inputs: Properties, run: Run): Promise<void> {
  const { stack, host } = run;
  if (host.isStopping()) return;
  needsProvider(old);
  await pendingWhile({ type: "updating", urn: old.urn, inputs }, run, async () => {
    const { outs } = await partlyTaken(
      () => host.update(old.id, old.outputs, inputs),
      ({ properties, reasons }) => {
        truthOf(old.urn).mustBeTrue(properties, "An update", run.world);
        mustForgetOnlyGone(old.outputs, properties, "An update", run.world);
        stack.put(old, { ...old, outputs: properties, initErrors: reasons });
      },
    );
    const outputs: Properties = { ...outs, __provider: textOf(old.urn) };
    truthOf(old.urn).mustBeDone(outputs, "What an update has brought about");
    if (kindOf(old.urn) === "BackupRotation") truthOf(old.urn).mustBeSingle(outputs, run.world);
    truthOf(old.urn).mustBeTrue(outputs, "An update", run.world);
    mustForgetOnlyGone(old.outputs, outputs, "An update", run.world);
    stack.put(old, { ...old, inputs, outputs, initErrors: [] });
  });
}

async function removed(old: Resource, run: Run): Promise<void> {
  const { stack, host, world } = run;
  if (host.isStopping()) return;
  await step(run, async () => {
    needsProvider(old);
    await pendingWhile({ type: "deleting", urn: old.urn, inputs: old.inputs }, run, async () => {
      await host.remove(old.id, old.outputs);
      stack.put(old);
      truthOf(old.urn).mustBeGone(old.outputs, "A delete", world);
    });
  });
}

async function refreshed(old: Resource, run: Run): Promise<void> {
  const { stack, host } = run;
  if (host.isStopping()) return;
  await step(run, async () => {
    needsProvider(old);
    const { id, props } = await host.read(old.id, old.outputs);
    const outputs = { ...props, __provider: textOf(old.urn) };
    if (id === "") {
      truthOf(old.urn).mustBeGone(old.outputs, "A refresh", run.world);
      stack.put(old);
      return;
    }
    truthOf(old.urn).mustBeTrue(outputs, "A refresh", run.world);
    mustForgetOnlyGone(old.outputs, outputs, "A refresh", run.world);
    stack.put(old, { ...old, outputs, initErrors: [] });
  });
}

/** An open operation stays open only where the engine itself is gone. */
async function pendingWhile(operation: Pending, { stack }: Run, work: () => Promise<void>): Promise<void> {
  stack.open(operation);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof EngineGone)) stack.close(operation);
    throw error;
  }
  stack.close(operation);
}

interface Partial {
  readonly id: string;
  readonly properties: Properties;
  readonly reasons: readonly string[];
}

/** A failure with an ID is stored all the same. */
async function partlyTaken<T>(call: () => Promise<T>, take: (partial: Partial) => void): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { id, properties, reasons } = error as { [Key in keyof Partial]?: unknown }; // any error may hold them
    if (id !== undefined) {
      mustHold(
        Array.isArray(reasons) && reasons.length > 0,
        "A partial result gave no reason, so the next up would say unchanged.",
      );
      mustHold(typeof properties === "object" && properties !== null, "A partial result gave no properties.");
      take({ id: id as string, properties: properties as Properties, reasons }); // checked where they are stored
    }
    throw error;
  }
}

/** The real host cannot run anything on a resource whose properties lack the provider's text. */
function needsProvider({ outputs, urn }: Resource): void {
  mustHold(
    outputs["__provider"] === textOf(urn),
    `The state of ${urn} has lost the text of its provider: no delete would ever run.`,
  );
}
