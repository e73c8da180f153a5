import { randomInt } from "node:crypto";
import { systemClock } from "../../provider/clock";
import type { ApiVersion } from "../../provider/dcs/api-versions";
import type { Connection } from "../../provider/dcs/connection";
import { gotSend } from "../../provider/dcs/http";
import { connector } from "../../provider/identity/connect";
import { processSurroundings } from "../../provider/identity/environment";
import { startSimulator } from "../../simulator/index";
import { surroundingsOf } from "./surroundings";

/** A service to hold the contract against: the simulator on a real port, or a real cloud. */
export interface Service {
  readonly connection: Connection;
  /** An instance that can be backed up. */
  readonly instanceId: string;
  /** Milliseconds that a backup may take there. */
  readonly patience: number;
  close(): Promise<void>;
}

/** Whether the contract is held against a real cloud (`npm run test:live`), with the credentials of the environment. */
const LIVE = process.env["DCS_LIVE"] === "1";

/** Why a real cloud cannot be used, if so. */
export const notLive: string | undefined =
  LIVE && !process.env["DCS_TEST_INSTANCE_ID"]
    ? "skipped: set DCS_TEST_INSTANCE_ID to the ID of an instance, and credentials such as OS_ACCESS_KEY, to hold the contract against a real cloud"
    : undefined;

const dice = () => randomInt(2 ** 32) / 2 ** 32;

export async function startService(apiVersion: ApiVersion): Promise<Service> {
  return LIVE ? realCloud(apiVersion) : simulated(apiVersion);
}

async function simulated(apiVersion: ApiVersion): Promise<Service> {
  const simulator = await startSimulator({ pace: 1 });
  const { card, url } = simulator;
  const config: Record<string, string> = {
    "dcs:region": card.region,
    "dcs:projectId": card.projectId,
    "dcs:endpoint": url,
    "dcs:accessKey": card.accessKey,
    "dcs:secretKey": card.secretKey,
  };
  const surroundings = surroundingsOf({ config });
  const connection = await connector({ clock: systemClock, dice, sendBy: gotSend, surroundings })({ apiVersion });
  return { connection, instanceId: card.instances[0]?.id ?? "", patience: 30_000, close: () => simulator.close() };
}

async function realCloud(apiVersion: ApiVersion): Promise<Service> {
  const surroundings = processSurroundings(() => undefined);
  const connection = await connector({ clock: systemClock, dice, sendBy: gotSend, surroundings })({ apiVersion });
  const instanceId = process.env["DCS_TEST_INSTANCE_ID"] ?? "";
  return { connection, instanceId, patience: 30 * 60_000, close: () => Promise.resolve() };
}
