import * as pulumi from "@pulumi/pulumi";

/** What the classes of all kinds of resources have in common. */

/** A value that may be a trigger: anything that JSON can say. */
export type Trigger = string | number | boolean | null | Trigger[] | { [name: string]: Trigger };

/** How long each operation may take, as texts such as `"45m"`, `"1h30m"` or `"90s"`. */
export interface BackupTimeouts {
  /**
   * Taking the backup and waiting for it, also when a later `up` goes on waiting; waiting in line behind backups of the
   * same program does not count. Default: `"60m"`. A change is taken over without a request.
   */
  create?: pulumi.Input<string>;
  /** Looking at it in a refresh. Default: `"5m"`. A change is taken over without a request. */
  read?: pulumi.Input<string>;
  /** Deleting it and proving that it is gone. Default: `"45m"`. A change is taken over without a request. */
  delete?: pulumi.Input<string>;
}

/** Refuses the option `import`, which cannot work; `instead` continues the advice to remove it. */
export function refuseImport(
  kind: string,
  name: string,
  { import: id }: pulumi.CustomResourceOptions,
  instead: string,
) {
  if (id === undefined) return;
  throw new pulumi.RunError(
    `${kind} "${name}" cannot be imported: Pulumi's engine cannot import dynamic resources. Remove the option import${instead}.`,
  );
}

/** Pulumi shows as outputs what a resource names when it registers: every one that its class declares, or it is undefined. */
export type Shown<Resource> = Readonly<Record<Exclude<keyof Resource, keyof pulumi.CustomResource>, undefined>>;

/** The mark is made by `check`; in a preview it is unknown, since a plan that is carried out later must allow for another one. */
export function ownInputs(type: string, name: string, { parent }: pulumi.CustomResourceOptions) {
  const mark = pulumi.runtime.isDryRun() ? pulumi.runtime.unknownValue : undefined;
  return { mark, owner: pulumi.createUrn(name, type, parent) };
}

/** The argument `timeouts`, and where it is silent, the option `customTimeouts`. */
export function timeoutsOf(
  { timeouts }: { readonly timeouts?: pulumi.Input<BackupTimeouts> },
  { customTimeouts }: pulumi.CustomResourceOptions,
) {
  return pulumi.output(timeouts).apply((value) => withCustomTimeouts(value, customTimeouts));
}

const UNUSED_UPDATE =
  "customTimeouts.update has no effect on a resource of pulumi-dcs-backup: what takes time in an update is bounded by create, read and delete.";

type Timeouts = pulumi.Unwrap<BackupTimeouts>;

function withCustomTimeouts(given: Timeouts | undefined, custom: pulumi.CustomTimeouts = {}): Timeouts | undefined {
  const { create, update, delete: deletion } = custom;
  if (update !== undefined) void pulumi.log.warn(UNUSED_UPDATE);
  const defaults: Timeouts = { ...(create ? { create } : {}), ...(deletion ? { delete: deletion } : {}) };
  if (Object.keys(defaults).length === 0) return given;
  // An argument that is undefined is silent, and does not hide the option.
  const told = Object.entries<string | undefined>({ ...given }).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(told) };
}
