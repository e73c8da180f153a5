import { isDeepStrictEqual } from "node:util";
import { Unfinished } from "../../provider/errors";
import { clean } from "../../provider/host/clean";
import type { Behaviour } from "../../provider/host/dynamic";
import type { story } from "./story";

type Properties = Record<string, unknown>;

/** What the state of a stack holds of its one resource. */
export interface Stated<Outputs> {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Outputs;
  /** Whether its last create or update ended in a partial result. */
  readonly partial: boolean;
}

/** Pulumi's own type says any. */
interface Checked {
  readonly inputs: Properties;
  readonly failures?: readonly { readonly reason: string }[];
}

/**
 * A stack with one resource of a kind, run as Pulumi's engine runs it: check, diff, then create, update, or create and
 * delete; partial results go into the state, and an update after one is asked for whatever diff says.
 */
export function oneResource<Outputs extends object>(
  told: ReturnType<typeof story>,
  kind: "rotation" | "restore",
  type: string,
) {
  const { clock } = told;
  const owner = `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:${type}::it`;
  let state: Stated<Outputs> | undefined;
  let pending: Properties | undefined;
  let stop = new AbortController();

  // As the engine sees it: outputs are whatever came back.
  const behaviour = (): Behaviour => told.behaviours()[kind];
  /** What crosses the border to the engine, in the form in which it comes back. */
  const enter = (id: string, inputs: Properties, outputs: object, partial: boolean) => {
    state = { id, inputs, outputs: clean(outputs) as Outputs, partial }; // the behaviour's own
  };

  async function keepPartial<T>(oldInputs: Properties, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Unfinished) enter(error.id, oldInputs, error.outputs, true);
      throw error;
    }
  }

  async function create(inputs: Properties) {
    pending = inputs;
    const creating = behaviour().create(inputs, stop.signal, () => undefined);
    const made = await keepPartial(inputs, creating).finally(() => {
      pending = undefined;
    });
    enter(made.id, inputs, made.outs, false);
  }

  function checked(args: Properties): Properties {
    const olds = state?.inputs ?? {};
    const given = { instanceId: told.instanceId, owner, ...args };
    const { inputs, failures = [] } = behaviour().check(olds, given) as Checked;
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    return clean(inputs);
  }

  async function up(args: Properties): Promise<"created" | "updated" | "replaced" | "unchanged"> {
    const inputs = checked(args);
    if (!state) {
      await create(inputs);
      return "created";
    }
    const before = state;
    const { changes, replaces = [] } = behaviour().diff(before.id, plain(before.outputs), inputs);
    if (replaces.length > 0) {
      state = undefined;
      const anew = checked(args);
      await create(anew);
      await behaviour().delete(before.id, plain(before.outputs), stop.signal);
      return "replaced";
    }
    if (!before.partial && !(changes ?? !isDeepStrictEqual(before.inputs, inputs))) return "unchanged";
    const updating = behaviour().update(before.id, plain(before.outputs), inputs, stop.signal);
    enter(before.id, inputs, (await keepPartial(before.inputs, updating)).outs, false);
    return "updated";
  }

  /** The next run of Pulumi, in a process of its own. */
  function nextRun() {
    told.nextRun();
    stop = new AbortController();
  }

  async function destroy() {
    if (!state) return;
    await behaviour().delete(state.id, plain(state.outputs), stop.signal);
    state = undefined;
  }

  async function killed(command: () => Promise<unknown>, requests: number) {
    const before = state;
    const life = told.life();
    life.dieAfter(requests);
    await clock.run(Promise.race([command().catch(() => undefined), life.death]));
    state = before;
    nextRun();
  }

  return {
    owner,
    up: (args: Properties) => clock.run(up(args)),
    /** Ctrl-C, this many milliseconds from now. */
    interruptAfter(ms: number) {
      clock.after(ms, () => {
        stop.abort();
      });
    },
    nextRun,
    /**
     * An `up` during which the machine dies, when so many requests have been carried out: the answer to the last one reaches
     * nobody, and the state stays as it was. A create becomes a pending operation.
     */
    killedUp: (args: Properties, requests: number) => killed(() => up(args), requests),
    /** The same for a `destroy`. */
    killedDestroy: (requests: number) => killed(destroy, requests),
    async refresh() {
      if (!state) return;
      const { id, inputs, outputs } = state;
      const read = await clock.run(behaviour().read(id, plain(outputs), stop.signal));
      if (read.id === "") state = undefined;
      // A refresh erases the engine's memory of init errors.
      else enter(read.id, inputs, read.props, false);
    },
    destroy: () => clock.run(destroy()),
    /** What the state holds; fails where it holds nothing. */
    stated(): Stated<Outputs> {
      if (!state) throw new Error("The state is empty.");
      return state;
    },
    isStated: () => state !== undefined,
    /** The state as `pulumi stack export` prints it. */
    exported() {
      const resource = state && { urn: owner, type: `pulumi-nodejs:dynamic/dcs:${type}`, ...state };
      const cut = pending && { urn: owner, type: `pulumi-nodejs:dynamic/dcs:${type}`, inputs: pending };
      return JSON.stringify({
        deployment: {
          resources: resource ? [resource] : [],
          pending_operations: cut ? [{ type: "creating", resource: cut }] : [],
        },
      });
    },
  };
}

/** Outputs as the engine knows them. */
const plain = (outputs: object): Properties => ({ ...outputs });
