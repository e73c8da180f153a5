import { measureCount, measureHundred, measureHundredMore, measureMany, measureWaiting } from "./measures/by-count";
import { measureDelays } from "./measures/delays";
import { measureFirstCall } from "./measures/first-call";
import { measureImport } from "./measures/imports";
import { measureLoad } from "./measures/load";
import { measureMemory } from "./measures/memory";
import { measurePackages } from "./measures/packages";
import { measureRequests } from "./measures/requests";
import { type Extent, EXTENTS, type Figures } from "./results";

/** Figures that are taken together. */
interface Group {
  readonly name: string;
  readonly in: readonly Extent[];
  readonly take: () => Promise<Figures>;
}

const NOT_QUICK: readonly Extent[] = ["usual", "full"];

/** In the order in which they are taken. */
const GROUPS: readonly Group[] = [
  { name: "requests", in: EXTENTS, take: measureRequests },
  { name: "delays", in: EXTENTS, take: measureDelays },
  { name: "packages", in: EXTENTS, take: measurePackages },
  { name: "import", in: EXTENTS, take: measureImport },
  { name: "first-call", in: EXTENTS, take: measureFirstCall },
  { name: "simulator", in: EXTENTS, take: measureLoad },
  { name: "memory", in: NOT_QUICK, take: measureMemory },
  { name: "1", in: NOT_QUICK, take: () => measureCount(1) },
  { name: "10", in: NOT_QUICK, take: () => measureCount(10) },
  { name: "100", in: ["quick"], take: measureHundred },
  { name: "100", in: NOT_QUICK, take: measureHundredMore },
  { name: "300", in: NOT_QUICK, take: measureMany },
  { name: "waiting", in: NOT_QUICK, take: measureWaiting },
  { name: "1000", in: ["full"], take: () => measureCount(1_000) },
];

/** The groups of such a run, or those of these names. Throws a sentence for a name that such a run does not have. */
export function groupsOf(extent: Extent, only: readonly string[] = []): readonly Group[] {
  const all = GROUPS.filter((group) => group.in.includes(extent));
  const names = all.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`Such a run has no figures named ${unknown.join(", ")}; it has ${names.join(", ")}.`);
  }
  return only.length === 0 ? all : all.filter(({ name }) => only.includes(name));
}
