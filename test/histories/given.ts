import type { DeclaredArgs } from "./history";
import { kindOf, textOf } from "./kinds";
import type { Properties, Stack } from "./stack";
import type { World } from "./world";

const NOTHING: DeclaredArgs = { instance: 0, release: 0 };

/** What a program gives to the engine for one of its resources. */
export function givenInputs(name: string, stack: Stack, world: World): Properties {
  const declared = stack.program.get(name) ?? NOTHING;
  const { instance, release, description, whenGone, timeout, keep } = declared;
  const { backupId } = stack.program.get(name) ?? {};
  const urn = stack.urnOf(name);
  const common = {
    __provider: textOf(urn),
    owner: urn,
    instanceId: world.instances[instance],
    triggers: { release },
    timeouts: timeout === undefined ? undefined : { create: timeout },
  };
  const own = {
    Backup: { description, whenGone, adopt: backupId },
    BackupRotation: { description, keep: keep ?? 2 },
    Restore: { backupId, overwrite: true },
  };
  return withoutUndefined({ ...common, ...own[kindOf(urn)] });
}

function withoutUndefined(given: Properties): Properties {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
