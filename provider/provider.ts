/**
 * The state contract. Every state file that names a resource of this package holds the text
 * `exports.handler=()=>require("pulumi-dcs-backup/provider").backup` (or `.rotation`, `.restore`), and a later release runs it:
 * this path and the names exported here stay for ever.
 *
 * @module
 */
import { randomInt } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import { systemClock } from "./clock";
import { type Behaviour, dynamicProvider } from "./host/dynamic";
import { withoutStack } from "./host/failures";
import { guard } from "./host/guard";
import { interruption, listenForCancel } from "./host/interruption";
import { refusalOfNode } from "./node-version";
import { engineRow } from "./host/row";
import type { BehaviourMeans } from "./lifecycle/behaviour";

const dice = () => randomInt(2 ** 47) / 2 ** 47;
const stop = interruption();
let config: dynamic.Config | undefined;
let loaded: Promise<Behaviours> | undefined;

listenForCancel(() => {
  stop.cancel();
});
guard(stop);

/** The provider of `Backup`. */
export const backup: dynamic.ResourceProvider = providerOf("backup");

/** The provider of `BackupRotation`. */
export const rotation: dynamic.ResourceProvider = providerOf("rotation");

/** The provider of `Restore`. */
export const restore: dynamic.ResourceProvider = providerOf("restore");

interface Behaviours {
  readonly backup: Behaviour;
  readonly rotation: Behaviour;
  readonly restore: Behaviour;
}

function providerOf(kind: keyof Behaviours): dynamic.ResourceProvider {
  const configured = (given: dynamic.Config) => {
    config = given;
  };
  return dynamicProvider(async () => (await (loaded ??= load()))[kind], stop, configured);
}

/**
 * At the first call and not before: an older Node.js cannot load what follows, and would only say so in riddles. All kinds
 * share the tokens, and the line before each instance.
 */
async function load(): Promise<Behaviours> {
  const refusal = refusalOfNode(process.versions.node);
  if (refusal !== undefined) throw withoutStack(new Error(refusal));
  const { gotSend } = await import("./dcs/http.js");
  const { connector } = await import("./identity/connect.js");
  const { findApiVersion } = await import("./identity/api-version.js");
  const { processSurroundings } = await import("./identity/environment.js");
  const { backupBehaviour } = await import("./lifecycle/backup.js");
  const { sharedByAll } = await import("./lifecycle/behaviour.js");
  const { rotationBehaviour } = await import("./rotation/behaviour.js");
  const { restoreBehaviour } = await import("./restore/behaviour.js");
  const surroundings = processSurroundings((key) => config?.get(key));
  const { say, warn } = engineRow(process.argv);
  const means: BehaviourMeans = {
    clock: systemClock,
    dice,
    say,
    warn,
    connect: connector({ clock: systemClock, dice, sendBy: gotSend, surroundings }),
    apiVersion: (place) => findApiVersion(place, surroundings),
    ...sharedByAll(),
  };
  return {
    backup: backupBehaviour(means),
    rotation: rotationBehaviour(means),
    restore: restoreBehaviour(means),
  };
}
