import type { DeclaredArgs, StackName } from "./history";
import { typeNamed, typeOf } from "./kinds";

export type Properties = Record<string, unknown>;

/** A resource as the engine's state holds it. */
export interface Resource {
  readonly urn: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  readonly initErrors: readonly string[];
  /** A replaced one that has still to be deleted. */
  readonly isReplaced: boolean;
}

/** An operation that a cut run left open. */
export interface Pending {
  readonly type: "creating" | "updating" | "deleting";
  readonly urn: string;
  readonly inputs: Properties;
}

/** A stack: what its program declares, and what its state holds. */
export class Stack {
  readonly name: StackName;
  /** With the backup that is meant, where one is. */
  readonly program = new Map<string, DeclaredArgs & { readonly backupId?: string }>();
  resources: readonly Resource[] = [];
  pending: readonly Pending[] = [];

  constructor(name: StackName) {
    this.name = name;
  }

  urnOf(name: string): string {
    return `urn:pulumi:${this.name}::shop::${typeNamed(name)}::${name}`;
  }

  current(urn: string): Resource | undefined {
    return this.resources.find((each) => each.urn === urn && !each.isReplaced);
  }

  /** Puts one in another's place, or drops it. */
  put(old: Resource | undefined, ...news: readonly Resource[]): void {
    this.resources = [...news, ...this.resources.filter((each) => each !== old)];
  }

  open(operation: Pending): void {
    this.pending = [...this.pending, operation];
  }

  close(operation: Pending): void {
    this.pending = this.pending.filter((each) => each !== operation);
  }

  /** In the form of `pulumi stack export`. */
  exported(): string {
    const row = ({ urn, id, inputs, outputs }: Resource) => ({ urn, type: typeOf(urn), id, inputs, outputs });
    const operations = this.pending.map(({ type, urn, inputs }) => {
      const known = type === "creating" ? undefined : this.current(urn);
      return { type, resource: known ? row(known) : { urn, type: typeOf(urn), inputs } };
    });
    const program = {
      urn: `urn:pulumi:${this.name}::shop::pulumi:pulumi:Stack::shop-${this.name}`,
      type: "pulumi:pulumi:Stack",
    };
    const resources = this.resources.length > 0 || operations.length > 0 ? [program, ...this.resources.map(row)] : [];
    return JSON.stringify({ deployment: { resources, pending_operations: operations } });
  }
}
