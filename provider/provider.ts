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
import type { Connect } from "./dcs/connection";
import type { Surroundings } from "./identity/sources";
import type { BehaviourMeans } from "./lifecycle/behaviour";

const dice = () => randomInt(2 ** 47) / 2 ** 47;
const stop = interruption();
let config: dynamic.Config | undefined;
let means: Promise<BehaviourMeans> | undefined;

listenForCancel(() => {
  stop.cancel();
});
guard(stop);

/** The provider of `Backup`. */
export const backup: dynamic.ResourceProvider = providerOf(async () => {
  const { backupBehaviour } = await import("./lifecycle/backup.js");
  return backupBehaviour;
});

/** The provider of `BackupRotation`. */
export const rotation: dynamic.ResourceProvider = providerOf(async () => {
  const { rotationBehaviour } = await import("./rotation/behaviour.js");
  return rotationBehaviour;
});

/** The provider of `Restore`. */
export const restore: dynamic.ResourceProvider = providerOf(async () => {
  const { restoreBehaviour } = await import("./restore/behaviour.js");
  return restoreBehaviour;
});

/**
 * Loads at the first call and not before: an older Node.js cannot load what follows, and would only say so in riddles. All
 * kinds share the tokens, and the line before each instance.
 */
function providerOf(load: () => Promise<(means: BehaviourMeans) => Behaviour>): dynamic.ResourceProvider {
  let loaded: Promise<Behaviour> | undefined;
  const behaviour = async () => {
    const refusal = refusalOfNode(process.versions.node);
    if (refusal !== undefined) throw withoutStack(new Error(refusal));
    const behaviourOf = await load();
    return behaviourOf(await (means ??= sharedMeans()));
  };
  const configured = (given: dynamic.Config) => {
    config = given;
  };
  return dynamicProvider(() => (loaded ??= behaviour()), stop, configured);
}

async function sharedMeans(): Promise<BehaviourMeans> {
  const { findApiVersion } = await import("./identity/api-version.js");
  const { processSurroundings } = await import("./identity/environment.js");
  const { sharedByAll } = await import("./lifecycle/behaviour.js");
  const surroundings = processSurroundings((key) => config?.get(key));
  const { say, warn } = engineRow(process.argv);
  let connecting: Promise<Connect> | undefined;
  return {
    clock: systemClock,
    dice,
    say,
    warn,
    connect: async (...how) => (await (connecting ??= connectOverHttp(surroundings)))(...how),
    apiVersion: (place) => findApiVersion(place, surroundings),
    ...sharedByAll(),
  };
}

/** Loaded by whoever sends something first: a preview, and an `up` with nothing to do, get along without. */
async function connectOverHttp(surroundings: Surroundings): Promise<Connect> {
  const { gotSend } = await import("./dcs/http.js");
  const { connector } = await import("./identity/connect.js");
  return connector({ clock: systemClock, dice, sendBy: gotSend, surroundings });
}
