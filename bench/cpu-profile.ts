import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of a profile of V8 that is looked at here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** A share of the time. */
interface Share {
  readonly name: string;
  readonly ms: number;
}

/**
 * Time by package or room, and by function, most first; idle time is left out. What Node.js does itself counts for the package
 * or room that asked it to.
 */
export function summary(profile: CpuProfile): { total: number; places: Share[]; functions: Share[] } {
  const spent = new Map<number, number>();
  for (const [index, id] of profile.samples.entries()) {
    spent.set(id, (spent.get(id) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1_000);
  }
  const [places, functions] = [new Map<string, number>(), new Map<string, number>()];
  const askers = askersOf(profile);
  let total = 0;
  for (const { id, callFrame } of profile.nodes) {
    const ms = spent.get(id) ?? 0;
    if (ms === 0 || callFrame.functionName === "(idle)") continue;
    total += ms;
    add(places, askers.get(id) ?? callFrame.functionName, ms);
    add(
      functions,
      `${callFrame.functionName || "(anonymous)"} ${placeOf(callFrame.url)}:${callFrame.lineNumber + 1}`,
      ms,
    );
  }
  return { total, places: sorted(places), functions: sorted(functions) };
}

/** For each node of the call tree, the nearest place above it that is not Node.js; nothing where Node.js acts by itself. */
function askersOf({ nodes }: CpuProfile): Map<number, string> {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const askers = new Map<number, string>();
  const [root] = nodes;
  const open = root ? [{ node: root, above: undefined as string | undefined }] : []; // none above the root
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, above } = next;
    const { url } = node.callFrame;
    const asker = url === "" || url.startsWith("node:") ? above : placeOf(url);
    if (asker !== undefined) askers.set(node.id, asker);
    for (const child of node.children ?? []) {
      const below = known.get(child);
      if (below) open.push({ node: below, above: asker });
    }
  }
  return askers;
}

function add(shares: Map<string, number>, name: string, ms: number): void {
  shares.set(name, (shares.get(name) ?? 0) + ms);
}

/** The package of others, our own room, or Node.js's own module. */
export function placeOf(url: string): string {
  const packages = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (packages?.[1] !== undefined) return packages[1];
  const own = /\/provider\/dist\/(.*?)(?:\/[^/]*)?$/.exec(url);
  if (own?.[1] !== undefined) return `provider/${own[1]}`;
  return url.startsWith("node:") ? "node" : url.replace(/^.*\//, "");
}

/** Of the profiles in a folder, those of Pulumi's dynamic host. */
export function hostProfiles(folder: string): CpuProfile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as CpuProfile) // V8 writes this form
    .filter(({ nodes }) => nodes.some(({ callFrame }) => callFrame.url.includes("/cmd/dynamic-provider/")));
}

function sorted(shares: ReadonlyMap<string, number>): Share[] {
  return [...shares].map(([name, ms]) => ({ name, ms })).sort((one, other) => other.ms - one.ms);
}
