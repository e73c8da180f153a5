import type { HttpRequest } from "../../provider/dcs/exchange";
import { connector } from "../../provider/identity/connect";
import { createSimulator, type WorldView } from "../../simulator/index";
import { seededDice } from "../support/dice";
import { surroundingsOf as surroundings } from "../support/surroundings";
import { sendTo } from "../support/in-memory";
import { VirtualClock } from "../support/virtual-clock";
import type { History, StackName } from "./history";
import type { Stack } from "./stack";

/** Where each stack's requests go. */
type Endpoints = Readonly<Record<StackName, string>>;

const IN_MEMORY: Endpoints = { dev: "http://dcs.test", prod: "http://dcs.test" };

const INSTANCES = [
  { id: "5560df16-cebf-4473-95c4-d1b573c16e79", name: "sessions" },
  { id: "6a71e027-dfc0-4584-a6d5-e2c684d27f8a", name: "catalogue" },
];

/** The description that programs give, as if it were a secret. */
export const SECRET = "hushhush";

export type BackupView = WorldView["instances"][number]["backups"][number];

/** The cloud of a history, and what is known of who made and may delete what in it. */
export type World = ReturnType<typeof openWorld>;

/** A call that the engine has made of a host and that is not over. */
export interface CallInFlight {
  readonly kind: "create" | "update" | "read" | "delete" | "leftovers";
  readonly mark: unknown;
  readonly backupId: unknown;
  readonly timeouts: unknown;
  readonly adopts: boolean;
}

export function openWorld(
  { options, apiVersion, crowd }: Omit<History, "steps">,
  clock = new VirtualClock(),
  endpoints = IN_MEMORY,
) {
  const backups = Array.from({ length: crowd }, () => ({ type: "auto" as const }));
  const world = { instances: INSTANCES.map((instance) => ({ ...instance, backups })) };
  const simulator = createSimulator({ clock, seed: "history", world, ...options });
  const { card } = simulator;
  const settingsOf = (stack: StackName): Record<string, string> => ({
    "dcs:region": card.region,
    "dcs:projectId": card.projectId,
    "dcs:endpoint": endpoints[stack],
    "dcs:accessKey": card.accessKey,
    "dcs:secretKey": card.secretKey,
    "dcs:apiVersion": apiVersion,
  });
  const surroundingsOf = (stack: StackName) => surroundings({ config: settingsOf(stack) });
  const dice = seededDice();
  const send = sendTo(simulator, clock);
  const makers = new Map<string, StackName>();
  const excused = new Set<string>();
  const texts: string[] = [];
  const violations: string[] = [];
  const stacks: Stack[] = [];
  const adopted = new Set<string>();
  const deletions: { readonly id: string; readonly stack: StackName }[] = [];

  const everyBackup = () => simulator.world().instances.flatMap(({ backups }) => backups);
  const foreign = new Set(everyBackup().map(({ id }) => id));
  const backup = (id: unknown) => everyBackup().find((each) => each.id === id);
  const isThere = (each: BackupView | undefined) =>
    each !== undefined && !each.deletedAt && each.status !== "expired" && each.status !== "deleted";
  const instances = INSTANCES.map(({ id }) => id);

  /** Whether one of these calls may delete this backup: by its stored ID, or as what its own create has made. */
  function mayDelete(id: string, calls: Iterable<CallInFlight>): boolean {
    const bears = (mark: unknown) => !foreign.has(id) && markOf(backup(id)) === mark;
    return [...calls].some(({ kind, mark, backupId, adopts }) => {
      if (kind === "delete") return backupId === id || (!adopts && bears(mark));
      if (kind === "create") return !adopts && bears(mark);
      return kind === "leftovers" && backupId === id;
    });
  }

  return {
    clock,
    simulator,
    /** A stack's configuration. */
    settingsOf,
    surroundingsOf,
    secretKey: card.secretKey,
    dice,
    send,
    texts,
    violations,
    /** Those of them that some resource has taken over. */
    adopted,
    /** The backups that no stack has made. */
    foreign,
    /** Marks of backups of which a user was told, or that died with the only host that knew them. */
    excused,
    /** The instances that can be backed up; some may be gone. */
    instances,
    /** Seconds until a new backup is listed. */
    lag: options.listingLag ?? 0,
    backup,
    isThere,
    /** The backups that exist now. */
    present: () => everyBackup().filter(isThere),
    /** The stack whose create has made a backup. */
    makerOf: (each: BackupView): StackName | undefined => (foreign.has(each.id) ? undefined : makers.get(markOf(each))),
    /** The deletions that resources, or leftovers, have asked for; some are still under way. */
    deletions,
    /** Whether somebody has taken this backup away: by hand, DCS itself, or another resource that shares it. */
    takenAway(id: unknown): boolean {
      const found = backup(id);
      return (
        deletions.some((each) => each.id === id) ||
        found === undefined ||
        (found.removedBy !== null && found.removedBy !== "delete") ||
        found.status === "expired"
      );
    },
    /** The stacks; a resource that adopts what another one of its run deletes keeps it. */
    stacks,
    isKnown: (id: string) => stacks.some(({ resources }) => resources.some((each) => each.id === id)),
    /** Looks at a request before it goes out. */
    witness(stack: StackName, { method, url, body }: HttpRequest, calls: Iterable<CallInFlight>): void {
      if (method === "POST" && body !== undefined && url.endsWith("/backups")) {
        const { remark = "" } = JSON.parse(body) as { remark?: string }; // what our own client sends
        makers.set(remark.split(" ").at(-1) ?? "", stack);
      }
      if (method !== "DELETE") return;
      const id = url.split("/").at(-1) ?? "";
      // The provider would take an error for one of its own: it is told when the step is over.
      const isAsked = ({ kind, backupId }: CallInFlight) =>
        (kind === "delete" || kind === "leftovers") && backupId === id;
      if ([...calls].some(isAsked)) deletions.push({ id, stack });
      if (!mayDelete(id, calls))
        violations.push(`A DELETE of backup ${id} was sent, which no call in flight may delete.`);
    },
    /** Somebody takes a backup in the console. */
    async takeByHand(instanceId: string, remark: string) {
      const { client } = await connector({ clock, dice, sendBy: () => send, surroundings: surroundingsOf("dev") })({});
      const patience = { clock, deadline: clock.now(), signal: new AbortController().signal };
      const id = await client.createBackup(instanceId, { remark }, patience).catch(() => undefined);
      if (id !== undefined) foreign.add(id);
    },
  };
}

/** The last word of a remark. */
export function markOf(backup: BackupView | undefined): string {
  return backup?.remark?.split(" ").at(-1) ?? "";
}
