import { isDeepStrictEqual } from "node:util";
import { CallFailure, type hostCalls } from "../support/host-calls";
import { PROVIDER_TEXT } from "../support/provider-text";
import { OWNER } from "../support/simulated-stack";
import type { Pending, Properties, Stack, Stored } from "./stack";

type Calls = Pick<ReturnType<typeof hostCalls>, "check" | "diff" | "create" | "read" | "update" | "remove">;

/**
 * A run of the engine, as far as one backup, its calls to the host and what is stored of them are concerned.
 *
 * It does what the real engine was seen to do (test/engine, test/engine-more, test/interruption-engine): an operation is
 * written down before its call and crossed out after it, whatever came of it; a failure with an ID is stored. A run that is
 * asked to stop begins nothing new, and a run that is gone stores nothing any more.
 */
export class EngineRun {
  readonly #stack: Stack;
  readonly #calls: Calls;
  #isStopping = false;
  #isGone = false;

  constructor(stack: Stack, calls: Calls) {
    this.#stack = stack;
    this.#calls = calls;
    // Open creates stay until they are cleared; the others are forgotten, since their resource is still in the state.
    stack.pending = stack.pending.filter(({ type }) => type === "creating");
  }

  /** The first Ctrl-C, or SIGTERM. */
  stop(): void {
    this.#isStopping = true;
  }

  /** The second Ctrl-C, or kill -9. */
  vanish(): void {
    this.#isStopping = true;
    this.#isGone = true;
  }

  /** `pulumi up` with a program that declares a backup with these arguments, or none. */
  async up(args: Properties | undefined): Promise<void> {
    if (args) await this.#declared({ __provider: PROVIDER_TEXT, owner: OWNER, ...args });
    for (const old of this.#stack.resources) if (!args || old.isReplaced) await this.#delete(old);
  }

  async destroy(): Promise<void> {
    for (const old of this.#stack.resources) await this.#delete(old);
    this.#stack.pending = [];
  }

  /** `pulumi refresh --clear-pending-creates`. */
  async refresh(): Promise<void> {
    for (const old of this.#stack.resources) {
      const { id, outputs } = await this.#calls.read(old.id, old.outputs);
      this.#stack.put(old, ...(id === "" ? [] : [{ ...old, outputs, initErrors: [] }]));
    }
    this.#stack.pending = [];
  }

  async #declared(args: Properties): Promise<void> {
    const old = this.#stack.current;
    const inputs = await this.#check(old?.inputs ?? {}, args);
    if (!old) return this.#create(undefined, inputs);
    const { changes, replaces } = await this.#calls.diff(old.id, old.outputs, inputs);
    if (replaces.length > 0) return this.#create(old, await this.#check({}, args));
    if ((changes ?? !isDeepStrictEqual(old.inputs, inputs)) || old.initErrors.length > 0) {
      return this.#update(old, inputs);
    }
    this.#stack.put(old, { ...old, inputs });
  }

  async #check(olds: Properties, news: Properties): Promise<Properties> {
    const { inputs, failures } = await this.#calls.check(olds, news);
    if (failures.length > 0) throw new Error(`Good inputs were refused: ${JSON.stringify(failures)}`);
    return inputs;
  }

  async #create(old: Stored | undefined, inputs: Properties): Promise<void> {
    const put = (id: string, outputs: Properties, initErrors: readonly string[]) => {
      const replaced = old ? [{ ...old, isReplaced: true }] : [];
      this.#stack.put(old, { id, inputs, outputs, initErrors, isReplaced: false }, ...replaced);
    };
    await this.#step({ type: "creating", resource: { inputs } }, put, async () => {
      const { id, outputs } = await this.#calls.create(inputs);
      return () => {
        put(id, outputs, []);
      };
    });
  }

  async #update(old: Stored, inputs: Properties): Promise<void> {
    const put = (_id: string, outputs: Properties, initErrors: readonly string[]) => {
      this.#stack.put(old, { ...old, outputs, initErrors });
    };
    await this.#step({ type: "updating", resource: old }, put, async () => {
      const { outputs } = await this.#calls.update(old.id, old.outputs, inputs);
      return () => {
        this.#stack.put(old, { ...old, inputs, outputs, initErrors: [] });
      };
    });
  }

  async #delete(old: Stored): Promise<void> {
    const nothing = () => undefined; // a deletion has no partial result
    await this.#step({ type: "deleting", resource: old }, nothing, async () => {
      this.#stack.leaving.add(old.id);
      await this.#calls.remove(old.id, old.outputs);
      return () => {
        this.#stack.put(old);
      };
    });
  }

  async #step(
    operation: Pending,
    putPartial: (id: string, outputs: Properties, initErrors: readonly string[]) => void,
    call: () => Promise<() => void>,
  ): Promise<void> {
    if (this.#isStopping) throw new Error("The run was asked to stop.");
    this.#stack.pending = [...this.#stack.pending, operation];
    const store = await call().catch((error: unknown) => () => {
      const partial = error instanceof CallFailure ? error.partial : undefined;
      if (partial) putPartial(partial.id, partial.properties, partial.reasons);
      throw error;
    });
    if (this.#isGone) throw new Error("The run was cut.");
    this.#stack.pending = this.#stack.pending.filter((each) => each !== operation);
    store();
  }
}
