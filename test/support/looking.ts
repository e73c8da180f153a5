import { lookupBehaviour, type Lookups } from "../../provider/lookups/behaviour";
import type { InstanceSpec, WorldSpec } from "../../simulator/index";
import { story, type StoryOptions } from "./story";

/** A story of lookups, all in virtual time. */
export function looking(options: StoryOptions = {}) {
  const told = story(options);
  const lookups = lookupBehaviour(told);
  const run = <Name extends keyof Lookups>(name: Name, args: Parameters<Lookups[Name]>[0]) => {
    const look = lookups[name] as (given: typeof args) => ReturnType<Lookups[Name]>; // the one of this name
    return told.clock.run(look(args) as Promise<Awaited<ReturnType<Lookups[Name]>>>);
  };
  return { ...told, run };
}

export const SCRATCH: InstanceSpec = { name: "scratch", cacheMode: "single" };
/** Two instances with a past, and a single-node one. */
export const history: WorldSpec = {
  instances: [
    {
      name: "sessions",
      backups: [
        { remark: "before 1.0 pulumi-0a1b2c-abcdefgh", createdAt: "2026-11-01T00:00:00Z" },
        { remark: "Nightly", type: "auto", format: "aof", period: "02:00-03:00", createdAt: "2026-11-03T02:00:00Z" },
        { remark: "before 1.1", createdAt: "2026-11-02T00:00:00Z", size: 7 },
        { remark: "broken", failure: "dcs.08.0002", createdAt: "2026-11-04T00:00:00Z" },
        { remark: "old", type: "auto", createdAt: "2026-10-01T00:00:00Z", expiresAt: "2026-10-08T00:00:00Z" },
      ],
    },
    { name: "catalogue", backupPolicy: { saveDays: 3, backupAt: [1, 5] }, capacity: 0.125, engineVersion: "6.0" },
    SCRATCH,
  ],
};
