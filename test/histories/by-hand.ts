import { memberSignIn } from "../../provider/lifecycle/mark";
import type { ByHandStep } from "./history";
import type { Properties } from "./stack";
import type { World } from "./world";

/** A copied remark is somebody's mistake of another day: by then nothing is looked for by that mark. Milliseconds. */
const ANOTHER_DAY = 61 * 60_000;

/** DCS gives this reason. */
export const FAILS = { fail: "dcs.08.0002" } as const;

/** A restore by hand takes this long. Milliseconds. */
const BUSY = 4 * 60_000;

function areDone({ backups = [] }: Properties): boolean {
  const members = backups as readonly { readonly status: string }[]; // our own outputs
  return members.length > 0 && members.every(({ status }) => status === "succeed");
}

/** While a rotation's step is not over, a copy cannot be told from what the step makes on a later day. */
function isOfOpenStep(remark: string, { stacks }: World): boolean {
  const isOf = ({ mark }: Properties) => typeof mark === "string" && memberSignIn(remark, mark) !== undefined;
  return stacks.some(
    ({ resources, pending }) =>
      resources.some(({ outputs, initErrors }) => isOf(outputs) && (initErrors.length > 0 || !areDone(outputs))) ||
      pending.some(({ inputs }) => isOf(inputs)),
  );
}

/** Does by hand what the step says, as far as there is anything to do it to. */
export async function actByHand({ what, pick }: ByHandStep, world: World): Promise<void> {
  const { simulator, clock } = world;
  const present = world.present();
  const backup = present[pick % Math.max(1, present.length)];
  const there = simulator.world().instances.filter(({ id }) => world.instances.includes(id));
  const instance = there[pick % Math.max(1, there.length)];
  if (!instance) return;
  if (what === "take") return world.takeByHand(instance.id, "by hand");
  if (what === "busy") {
    simulator.changeInstance(instance.id, { task: "RESTORING" });
    clock.after(BUSY, () => {
      if (simulator.world().instances.some(({ id }) => id === instance.id))
        simulator.changeInstance(instance.id, { task: null });
    });
    return;
  }
  if (what === "delete instance") {
    simulator.deleteInstance(instance.id);
    return;
  }
  if (!backup) return;
  if (what === "copy the remark") {
    if (isOfOpenStep(backup.remark ?? "", world)) return;
    await clock.sleep(Math.max(0, Date.parse(backup.createdAt) + ANOTHER_DAY - clock.now()));
    return world.takeByHand(instance.id, backup.remark ?? "");
  }
  if (what === "delete") world.spoil(backup.id, { delete: "drop" });
  else if (what === "delete, row kept") world.spoil(backup.id, { delete: "keep" });
  else if (what === "expire") world.spoil(backup.id, { expire: true });
  else if (backup.status !== "succeed") world.spoil(backup.id, FAILS);
}
