/**
 * The state contract. Every state file that names a resource of this package holds the text
 * `exports.handler=()=>require("pulumi-dcs-backup/provider").backup`, and a later release runs it: this path and the names
 * exported here stay for ever.
 *
 * @module
 */
import { randomInt } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import { systemClock } from "./clock";
import { gotSend } from "./dcs/http";
import { type Behaviour, dynamicProvider } from "./host/dynamic";
import { interruption, listenForCancel } from "./host/interruption";
import { engineRow } from "./host/row";
import { connector } from "./identity/connect";
import { findApiVersion } from "./identity/place";
import { processEnvironment } from "./identity/environment";
import { backupBehaviour } from "./lifecycle/backup";

const dice = () => randomInt(2 ** 47) / 2 ** 47;
const stop = interruption();
let config: dynamic.Config | undefined;

const sources = { config: (key: string) => config?.get(key), environment: processEnvironment() };

const behaviour: Behaviour = backupBehaviour({
  clock: systemClock,
  dice,
  say: engineRow(process.argv),
  connect: connector({ clock: systemClock, dice, send: gotSend(), sources }),
  apiVersion: (argument) => findApiVersion(argument, sources),
});

listenForCancel(() => {
  stop.cancel();
});

/** The provider of `Backup`. */
export const backup: dynamic.ResourceProvider = dynamicProvider(behaviour, stop, (given) => {
  config = given;
});
