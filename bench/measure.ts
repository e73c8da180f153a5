import { loadavg } from "node:os";
import { machine } from "./machine";
import { measureByCount } from "./measures/by-count";
import { measureDelays } from "./measures/delays";
import { measureFirstCall } from "./measures/first-call";
import { measureImport } from "./measures/imports";
import { measureLoad } from "./measures/load";
import { measureMemory } from "./measures/memory";
import { measurePackages } from "./measures/packages";
import { measureRequests } from "./measures/requests";
import type { Extent, Results } from "./results";

/** Takes all the figures of a run; one thing at a time, so that none disturbs another. */
export async function measure(extent: Extent, tell: (line: string) => void): Promise<Results> {
  const began = performance.now();
  const [before = 0] = loadavg();
  const step = async <T>(what: string, take: () => T | Promise<T>): Promise<T> => {
    const from = performance.now();
    const taken = await take();
    tell(`${what}: ${Math.round((performance.now() - from) / 1_000)} s`);
    return taken;
  };
  const counted = await step("requests, tokens, state", measureRequests);
  const delays = await step("delays in virtual time", measureDelays);
  const packages = await step("packages", measurePackages);
  const imported = await step("import", measureImport);
  const firstCall = await step("first calls", measureFirstCall);
  const memory = extent === "quick" ? {} : { memory: await step("memory", measureMemory) };
  const simulator = await step("load of the simulator", measureLoad);
  const byCount = await step("whole runs", () => measureByCount(extent));
  return {
    extent,
    machine: await machine(before),
    figures: { ...byCount, ...counted, ...delays, ...packages, import: imported, "first-call": firstCall, ...memory },
    simulator,
    took: Math.round((performance.now() - began) / 1_000),
  };
}
