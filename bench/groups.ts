import { measureCount, measureHundred, measureHundredMore, measureMany, measureWaiting } from "./measures/by-count";
import { measureDelays } from "./measures/delays";
import { measureFirstCall } from "./measures/first-call";
import { measureImport } from "./measures/imports";
import { measureLoad } from "./measures/load";
import { measureMemory } from "./measures/memory";
import { measurePackages } from "./measures/packages";
import { measureRequests } from "./measures/requests";
import type { Extent, Figures } from "./results";

/** Figures that are taken together. */
interface Group {
  readonly name: string;
  readonly in: readonly Extent[];
  readonly take: () => Promise<Figures>;
}

const ALWAYS: readonly Extent[] = ["quick", "usual", "full"];
const NOT_QUICK: readonly Extent[] = ["usual", "full"];

/** In the order in which they are taken. */
export const GROUPS: readonly Group[] = [
  { name: "requests", in: ALWAYS, take: measureRequests },
  { name: "delays", in: ALWAYS, take: measureDelays },
  { name: "packages", in: ALWAYS, take: measurePackages },
  { name: "import", in: ALWAYS, take: measureImport },
  { name: "first-call", in: ALWAYS, take: measureFirstCall },
  { name: "simulator", in: ALWAYS, take: measureLoad },
  { name: "memory", in: NOT_QUICK, take: measureMemory },
  { name: "1", in: NOT_QUICK, take: () => measureCount(1) },
  { name: "10", in: NOT_QUICK, take: () => measureCount(10) },
  { name: "100", in: ["quick"], take: measureHundred },
  { name: "100", in: NOT_QUICK, take: measureHundredMore },
  { name: "300", in: NOT_QUICK, take: measureMany },
  { name: "waiting", in: NOT_QUICK, take: measureWaiting },
  { name: "1000", in: ["full"], take: () => measureCount(1_000) },
];
