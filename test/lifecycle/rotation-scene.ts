import type { RotationOutputs } from "../../provider/rotation/outputs";
import { oneResource } from "../support/one-resource";
import { story, type StoryOptions } from "../support/story";

type Scene = ReturnType<typeof rotationScene>;

/** A stack with one rotation. */
export function rotationScene(options: StoryOptions = {}) {
  const told = story({ pace: 0, ...options });
  const stack = oneResource<RotationOutputs>(told, "rotation", "BackupRotation");
  let release = 0;
  return {
    ...told,
    ...stack,
    /** The next release: another trigger, a minute later. */
    async release(args: Record<string, unknown> = {}) {
      told.simulator.advance("1m");
      release += 1;
      return stack.up({ keep: 3, triggers: { release }, ...args });
    },
    /** The members of the state, newest first. */
    members: () => stack.stated().outputs.backups,
    orders: () => told.requests().filter((request) => !request.startsWith("GET")),
  };
}

/** The IDs of the backups that exist now. */
export const present = ({ backups }: Scene) =>
  backups()
    .map(({ id }) => id)
    .sort();
/** The IDs of those that the state knows. */
export const known = ({ members }: Scene) =>
  members()
    .map(({ backupId }) => backupId)
    .sort();

/** A rotation with so many complete steps. */
export async function grown(steps: number, options: Parameters<typeof rotationScene>[0] = {}) {
  const shop = rotationScene(options);
  for (let count = 0; count < steps; count++) await shop.release();
  return shop;
}

/** How many backups were ordered. */
export const posts = (shop: Scene) => shop.requests().filter((request) => request.startsWith("POST")).length;
