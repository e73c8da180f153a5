import { OWNER } from "../support/simulated-stack";

export type Properties = Readonly<Record<string, unknown>>;

/** A resource as the engine stores it. */
export interface Stored {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  readonly initErrors: readonly string[];
  /** A replaced one that has still to be deleted (`delete: true`). */
  readonly isReplaced: boolean;
}

/** An operation that a run had begun. */
export interface Pending {
  readonly type: "creating" | "updating" | "deleting";
  /** Without an ID where it is being created. */
  readonly resource: { readonly id?: string; readonly inputs: Properties; readonly outputs?: Properties };
}

/** What the state of a stack with one backup says. */
export class Stack {
  resources: readonly Stored[] = [];
  pending: readonly Pending[] = [];
  /** The IDs of all whose deletion was begun, whether it came to an end or not: the state does not tell. */
  readonly leaving = new Set<string>();

  /** The one that the program's declaration stands for. */
  get current(): Stored | undefined {
    return this.resources.find(({ isReplaced }) => !isReplaced);
  }

  /** Puts others in the place of a resource, or drops it. */
  put(old: Stored | undefined, ...news: readonly Stored[]): void {
    this.resources = [...news, ...this.resources.filter((each) => each !== old)];
  }

  /** The IDs of the backups that a create has reported, and whose deletion nobody has begun. */
  present(): string[] {
    return this.resources.filter(({ id }) => !this.leaving.has(id)).map(({ outputs }) => String(outputs["backupId"]));
  }

  /** In the form of `pulumi stack export`. */
  exported(): string {
    const type = "pulumi-nodejs:dynamic/dcs:Backup";
    const [prefix] = OWNER.split(`${type}::`);
    const row = (resource: Pending["resource"]) => ({ urn: OWNER, type, ...resource });
    const deployment = {
      resources: [
        { urn: `${prefix ?? ""}pulumi:pulumi:Stack::shop-dev`, type: "pulumi:pulumi:Stack" },
        ...this.resources.map(row),
      ],
      pending_operations: this.pending.map(({ type, resource }) => ({ type, resource: row(resource) })),
    };
    return JSON.stringify({ deployment });
  }
}
