/**
 * What all lookups share:
 *
 * - They run in the program, in every preview too, as data sources do; they change nothing, except that
 *   {@link getBackupFileLinks} makes links.
 * - They use the stack's configuration and the environment as resources do, and share tokens among themselves.
 * - They reject with a `pulumi.RunError`: one sentence, without a stack. Its `code` is one of docs/errors.md.
 * - Under `pulumi.runtime.setMocks` nothing is loaded or sent: the mocks' `call` is asked, with the token
 *   `pulumi-dcs-backup:index:<name>` and the arguments as `inputs`.
 *
 * @module
 */
import * as pulumi from "@pulumi/pulumi";
import type { GetBackupArgs, GetBackupsArgs } from "./lookups/backup-question";
import type { Lookups } from "./lookups/behaviour";
import type { BackupFileLinks, GetBackupFileLinksArgs } from "./lookups/file-links";
import type { FoundBackup } from "./lookups/found-backup";
import type { FoundInstance } from "./lookups/found-instance";
import type { GetInstanceArgs, GetInstancesArgs } from "./lookups/instance-question";

export type { BackupFilter, GetBackupArgs, GetBackupsArgs } from "./lookups/backup-question";
export type { BackupFileLink, BackupFileLinks, GetBackupFileLinksArgs } from "./lookups/file-links";
export type { FoundBackup } from "./lookups/found-backup";
export type { FoundBackupPolicy, FoundInstance } from "./lookups/found-instance";
export type { GetInstanceArgs, GetInstancesArgs } from "./lookups/instance-question";
export type { LookupPlace } from "./lookups/place";

/** The arguments of a lookup's Output twin: each may be an Output. */
export type LookupInputs<Args> = { [Name in keyof Args]: pulumi.Input<Args[Name]> };

/**
 * Finds one backup of an instance: by ID, or as the only one, or the most recent one, that the filters leave. Rejects with
 * `backup-missing` where there is none, with `ambiguous` where there are several.
 *
 * Under mocks: what `call` answers.
 */
export function getBackup(args: GetBackupArgs): Promise<FoundBackup> {
  return look("getBackup", args, (answer) => answer as unknown as FoundBackup); // the mocks' author says so
}

/** {@link getBackup} for arguments that may be Outputs: while one of them is unknown, so is the result. */
export function getBackupOutput(args: LookupInputs<GetBackupArgs>): pulumi.Output<FoundBackup> {
  return pulumi.output(args).apply((known) => getBackup(known as GetBackupArgs)); // unwrapped, see LookupInputs
}

/**
 * Lists the backups of an instance that match, newest first; completely, whatever the number. By default those whose file
 * is there or still to come, whatever they are named.
 *
 * Under mocks: the list under `backups` of what `call` answers, else none.
 */
export function getBackups(args: GetBackupsArgs): Promise<FoundBackup[]> {
  return look("getBackups", args, (answer) => listIn(answer, "backups") as FoundBackup[]); // the mocks' author says so
}

/** {@link getBackups} for arguments that may be Outputs: while one of them is unknown, so is the result. */
export function getBackupsOutput(args: LookupInputs<GetBackupsArgs>): pulumi.Output<FoundBackup[]> {
  return pulumi.output(args).apply((known) => getBackups(known as GetBackupsArgs)); // unwrapped, see LookupInputs
}

/**
 * Finds one instance by its ID or its whole name, with its backup policy and whether it can be backed up. Rejects with
 * `instance-unknown` where there is none, with `ambiguous` where several have the name.
 *
 * Under mocks: what `call` answers.
 */
export function getInstance(args: GetInstanceArgs): Promise<FoundInstance> {
  return look("getInstance", args, (answer) => answer as unknown as FoundInstance); // the mocks' author says so
}

/** {@link getInstance} for arguments that may be Outputs: while one of them is unknown, so is the result. */
export function getInstanceOutput(args: LookupInputs<GetInstanceArgs>): pulumi.Output<FoundInstance> {
  return pulumi.output(args).apply((known) => getInstance(known as GetInstanceArgs)); // unwrapped, see LookupInputs
}

/**
 * Lists the instances of a project that match, completely, each with its backup policy and whether it can be backed up: a
 * request an instance, and one for the list.
 *
 * Under mocks: the list under `instances` of what `call` answers, else none.
 *
 * @param args Which instances, and where. Default: all of the project, as configured.
 */
export function getInstances(args: GetInstancesArgs = {}): Promise<FoundInstance[]> {
  return look("getInstances", args, (answer) => listIn(answer, "instances") as FoundInstance[]); // the mocks' author says so
}

/** {@link getInstances} for arguments that may be Outputs: while one of them is unknown, so is the result. */
export function getInstancesOutput(args: LookupInputs<GetInstancesArgs> = {}): pulumi.Output<FoundInstance[]> {
  return pulumi.output(args).apply((known) => getInstances(known as GetInstancesArgs)); // unwrapped, see LookupInputs
}

/**
 * Makes links by which the files of a backup can be downloaded for a while, without credentials. It is the one lookup that
 * does more than read: every call has the service make new links, in every preview too, and they stay good until they
 * expire. What it resolves with is no secret of Pulumi's yet: in a program that stores it, use the Output twin.
 *
 * Under mocks: what `call` answers, with no links where it names none.
 */
export function getBackupFileLinks(args: GetBackupFileLinksArgs): Promise<BackupFileLinks> {
  return look("getBackupFileLinks", args, (answer) => {
    return { ...answer, links: listIn(answer, "links") } as unknown as BackupFileLinks; // the mocks' author says so
  });
}

/** {@link getBackupFileLinks} as a secret, for arguments that may be Outputs: while one of them is unknown, so is the result. */
export function getBackupFileLinksOutput(args: LookupInputs<GetBackupFileLinksArgs>): pulumi.Output<BackupFileLinks> {
  const found = pulumi.output(args).apply((known) => getBackupFileLinks(known as GetBackupFileLinksArgs)); // see LookupInputs
  return pulumi.secret(found);
}

type Answer = Readonly<Record<string, unknown>>;

async function look<Name extends keyof Lookups>(
  name: Name,
  args: Parameters<Lookups[Name]>[0],
  ofMocks: (answer: Answer) => Awaited<ReturnType<Lookups[Name]>>,
): Promise<Awaited<ReturnType<Lookups[Name]>>> {
  if (isMocked()) {
    const given = { ...args } as pulumi.Inputs; // an object of arguments, whichever it is
    return ofMocks((await pulumi.runtime.invoke(`pulumi-dcs-backup:index:${name}`, given)) as Answer); // an invoke answers an object
  }
  // Not before it is needed: the root import stays light, and a program under mocks loads no HTTP client.
  const config = pulumi.runtime.allConfig();
  const { openLookups } = await import("./lookups/open.js");
  try {
    const lookup = (await openLookups(config, TELL))[name] as (given: typeof args) => ReturnType<Lookups[Name]>; // the one of this name
    return await lookup(args);
  } catch (error) {
    throw withoutStack(error);
  }
}

/** A lookup has no row of its own: what the user should know of a connection is said for the program. */
const TELL = {
  say: (text: string) => void pulumi.log.info(text),
  warn: (text: string) => void pulumi.log.warn(text),
};

/** Whoever set mocks has put a monitor of their own in the place of Pulumi's, which is a client of gRPC. */
function isMocked(): boolean {
  const monitor: object | undefined = pulumi.runtime.getMonitor();
  return monitor !== undefined && !("getChannel" in monitor);
}

function listIn(answer: Answer, name: string): readonly unknown[] {
  const list = answer[name];
  return Array.isArray(list) ? list : [];
}

/** A failure of ours is a sentence for the user, who needs no stack of ours. */
function withoutStack(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "DcsError" || !("code" in error)) return error;
  return Object.assign(new pulumi.RunError(error.message), { code: error.code });
}
