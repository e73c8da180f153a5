import { posix } from "node:path";

/** The rooms of `provider/`, from the front door down. Which files are in them is decided by `roomOf`. */
export type Room =
  | "front door"
  | "front room"
  | "lookup"
  | "command"
  | "state contract"
  | "rotation room"
  | "restore room"
  | "lifecycle"
  | "host"
  | "identity"
  | "dcs"
  | "ground";

interface Arrows {
  /** Rooms whose code may be used. */
  readonly uses: readonly Room[];
  /** Rooms of which only the types may be known. */
  readonly knows: readonly Room[];
}

/** No room knows the room above it. What is not named here is not allowed; a room may always use itself. */
export const ARROWS: Readonly<Record<Room, Arrows>> = {
  "front door": { uses: ["front room"], knows: [] },
  "front room": { uses: ["lookup", "ground"], knows: ["lifecycle"] },
  lookup: { uses: ["lifecycle", "identity", "dcs", "ground"], knows: [] },
  command: { uses: ["lookup", "rotation room", "lifecycle", "identity", "dcs", "ground"], knows: [] },
  "state contract": {
    uses: ["rotation room", "restore room", "lifecycle", "host", "identity", "dcs", "ground"],
    knows: [],
  },
  "rotation room": { uses: ["lifecycle", "dcs", "ground"], knows: [] },
  "restore room": { uses: ["lifecycle", "dcs", "ground"], knows: [] },
  lifecycle: { uses: ["dcs", "ground"], knows: ["host", "identity"] },
  host: { uses: ["ground"], knows: [] },
  identity: { uses: ["dcs", "ground"], knows: [] },
  dcs: { uses: ["ground"], knows: [] },
  ground: { uses: [], knows: [] },
};

const FILES: Readonly<Record<string, Room>> = {
  index: "front door",
  backup: "front room",
  rotation: "front room",
  restore: "front room",
  lookups: "front room",
  resource: "front room",
  provider: "state contract",
  errors: "ground",
  "error-codes": "ground",
  waiter: "ground",
  clock: "ground",
  "base-url": "ground",
  "node-version": "ground",
};

const FOLDERS: Readonly<Record<string, Room>> = {
  lookups: "lookup",
  rotation: "rotation room",
  restore: "restore room",
  lifecycle: "lifecycle",
  host: "host",
  identity: "identity",
  dcs: "dcs",
  cli: "command",
  bin: "command",
};

/** The room of a file of `provider/`, given with or without its extension; undefined when nobody gave it one. */
export function roomOf(path: string): Room | undefined {
  const [first, ...rest] = path.replace(/^provider\//, "").split("/");
  if (first === undefined) return undefined;
  return rest.length === 0 ? FILES[first.replace(/\.ts$/, "")] : FOLDERS[first];
}

/** Where an import leads inside the repository, without extension; undefined for packages of others. */
export function placeOf(importer: string, from: string): string | undefined {
  if (from.startsWith(".")) {
    const place = posix.join(posix.dirname(importer), from).replace(/\.[cm]?[jt]s$/, "");
    return ["provider", "simulator"].includes(place) ? `${place}/index` : place;
  }
  if (from === "pulumi-dcs-backup") return "provider/index";
  if (from.startsWith("pulumi-dcs-backup/")) return from.replace("pulumi-dcs-backup", "provider");
  if (from === "dcs-simulator" || from.startsWith("dcs-simulator/")) return "simulator/index";
  return undefined;
}
