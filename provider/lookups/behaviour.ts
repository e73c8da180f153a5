import type { Clock } from "../clock";
import type { Connect } from "../dcs/connection";
import type { GetBackupArgs, GetBackupsArgs } from "./backup-question";
import { type GetBackupFileLinksArgs, linkFiles } from "./file-links";
import { findBackup, findBackups } from "./find-backups";
import { findInstance, findInstances } from "./find-instances";
import type { GetInstanceArgs, GetInstancesArgs } from "./instance-question";
import type { Looking } from "./looking";

/** How long a lookup may take, in milliseconds; as long as a refresh. */
const TIME_LIMIT = 5 * 60_000;

/** What each lookup does. */
export function lookupBehaviour({ clock, connect }: { readonly clock: Clock; readonly connect: Connect }) {
  const { signal } = new AbortController();
  const looking: Looking = { connect, patience: () => ({ clock, signal, deadline: clock.now() + TIME_LIMIT }) };
  return {
    getBackup: (args: GetBackupArgs) => findBackup(args, looking),
    getBackups: (args: GetBackupsArgs) => findBackups(args, looking),
    getInstance: (args: GetInstanceArgs) => findInstance(args, looking),
    getInstances: (args: GetInstancesArgs) => findInstances(args, looking),
    getBackupFileLinks: (args: GetBackupFileLinksArgs) => linkFiles(args, looking),
  };
}

/** The lookups, by name. */
export type Lookups = ReturnType<typeof lookupBehaviour>;
