import type { ApiVersion } from "../../provider/dcs/api-versions";
import type { FaultSpec, SimulatedOptions } from "../../simulator/index";

/** What happened to two stacks and their cloud, one step after the other. It is data: a failing one is printed, and replayed. */
export interface History {
  readonly apiVersion: ApiVersion;
  /** How many automatic backups each instance has at first: more than ten take several pages. */
  readonly crowd: number;
  readonly options: SimulatedOptions;
  readonly steps: readonly Step[];
}

export type StackName = "dev" | "prod";

export type Step = RunStep | LeftoversStep | WaitStep | ByHandStep;

/** A run of the CLI, perhaps with a changed program, perhaps beside one of the other stack. */
export interface RunStep {
  readonly do: "up" | "refresh" | "destroy";
  readonly stack: StackName;
  readonly changes: readonly Change[];
  readonly cut?: Cut | undefined;
  /** Faults that requests meet during this run. */
  readonly faults?: readonly FaultSpec[] | undefined;
  /** Seconds until every backup that is under way fails. */
  readonly failsAfter?: number | undefined;
  /** The other stack's run at the same time. */
  readonly besides?: "up" | "refresh" | "destroy" | undefined;
}

/** `pulumi-dcs-backup leftovers --delete`. */
interface LeftoversStep {
  readonly do: "leftovers";
  readonly stack: StackName;
}

interface WaitStep {
  readonly do: "wait";
  readonly seconds: number;
}

/** What somebody does to the cloud without Pulumi. `pick` chooses among what there is. */
export interface ByHandStep {
  readonly do: "by hand";
  readonly what:
    "take" | "copy the remark" | "delete" | "delete, row kept" | "expire" | "fail" | "busy" | "delete instance";
  readonly pick: number;
}

/** Another program from now on; "rotation" and "restore" are what they are called, all else is a backup. */
export interface Change {
  readonly name: string;
  /** Nothing: the declaration is dropped. */
  readonly args?: DeclaredArgs | undefined;
}

export interface DeclaredArgs {
  readonly instance: number;
  readonly release: number;
  readonly description?: string | undefined;
  readonly whenGone?: "keep" | undefined;
  readonly timeout?: string | undefined;
  /**
   * One of the backups that exist, whoever made it, or the one of the resource with this name: a backup adopts it, a restore
   * restores it.
   */
  readonly backup?: number | string | undefined;
  /** How many backups a rotation keeps. */
  readonly keep?: number | undefined;
}

/**
 * Where a run is cut, and how. `at` counts the awaits of the host: each request before it is received, each answer before
 * it arrives, each sleep before it begins.
 */
export interface Cut {
  readonly at: number;
  readonly how: "kill the CLI" | "kill the host" | "kill both" | "stop" | "stop twice";
}
