import type { HttpRequest } from "../../provider/dcs/exchange";
import { connector } from "../../provider/identity/connect";
import { belongsToMark } from "../../provider/lifecycle/mark";
import { createSimulator, type WorldView } from "../../simulator/index";
import { seededDice } from "../support/dice";
import { surroundingsOf as surroundings } from "../support/surroundings";
import { sendTo } from "../support/in-memory";
import { VirtualClock } from "../support/virtual-clock";
import type { History, StackName } from "./history";
import { markOf } from "./mark-of";
import { type CallInFlight, forbidden, isAskedToDelete } from "./permission";
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
  const spoilt = new Set<string>();
  const deletions: { readonly id: string; readonly stack: StackName }[] = [];

  const everyBackup = () => simulator.world().instances.flatMap(({ backups }) => backups);
  const foreign = new Set(everyBackup().map(({ id }) => id));
  const backup = (id: unknown) => everyBackup().find((each) => each.id === id);
  const isThere = (each: BackupView | undefined) =>
    each !== undefined && !each.deletedAt && each.status !== "expired" && each.status !== "deleted";
  const instances = INSTANCES.map(({ id }) => id);

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
    /** Marks of backups, and of rotations, of which a user was told, or that died with the only host that knew them. */
    excused,
    /** Whether its mark is one of those. */
    isExcused: (each: BackupView | undefined) => [...excused].some((mark) => belongsToMark(each?.remark ?? "", mark)),
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
    /** Whether a restore may be listed late, or begin a minute after its order: who looks for it in between sees none. */
    hidesRestores: (options.listingLag ?? 0) > 0,
    /** Whether an answer may have been lost, or a run cut: only then is one and the same backup asked for twice. */
    mayRepeat: false,
    /** All good backups that one mark was ever given to, and that nobody else has taken away. */
    madeByMark: () => {
      const ours = everyBackup().filter(({ id, removedBy }) => {
        const isTaken = adopted.has(id) || (removedBy !== null && removedBy !== "delete");
        return !foreign.has(id) && !isTaken && !spoilt.has(id);
      });
      return [...new Set(ours.map(markOf))].map((mark) => ({
        mark,
        made: ours.filter((each) => markOf(each) === mark).length,
      }));
    },
    /** All restores that were ever ordered, those of one instance and one mark together. */
    restoresByMark: () =>
      simulator.world().instances.flatMap(({ restores }) => {
        const marks = [...new Set(restores.map(markOf))];
        return marks.map((mark) => ({ mark, restores: restores.filter((each) => markOf(each) === mark) }));
      }),
    /** Looks at a request before it goes out. */
    witness(stack: StackName, { method, url, body }: HttpRequest, calls: Iterable<CallInFlight>): void {
      if (method === "POST" && body !== undefined && url.endsWith("/backups")) {
        const { remark = "" } = JSON.parse(body) as { remark?: string }; // what our own client sends
        makers.set(remark.split(" ").at(-1) ?? "", stack);
      }
      if (method !== "DELETE") return;
      const id = url.split("/").at(-1) ?? "";
      // The provider would take an error for one of its own: it is told when the step is over.
      if ([...calls].some((call) => isAskedToDelete(id, call, this))) deletions.push({ id, stack });
      const violation = forbidden(id, calls, this);
      if (violation !== undefined) violations.push(violation);
    },
    /** DCS, or somebody by hand, spoils a backup: it may be taken again. */
    spoil(id: string, change: Parameters<typeof simulator.changeBackup>[1]) {
      spoilt.add(id);
      simulator.changeBackup(id, change);
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
