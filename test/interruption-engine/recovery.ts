import { readdirSync } from "node:fs";
import { join } from "node:path";
import { leftovers } from "../support/leftovers-command";
import type { Stack } from "../support/pulumi-stack";

interface Listed {
  readonly kind: "cut-off" | "stack";
  readonly backupId: string;
}

/**
 * What one usually does after a run that was cut, up to the last step, `pulumi destroy`: `pulumi cancel` where the lock
 * stayed, `pulumi up`, `leftovers --delete`, and once more with the IDs that it does not delete unasked.
 */
export async function recover(stack: Stack) {
  const locked = isLocked(stack);
  if (locked) await stack.must("cancel", "--yes");
  await stack.up();
  const found = await deleteLeftovers(stack);
  const toName = found.filter(({ kind }) => kind === "stack").map(({ backupId }) => ["--delete-backup", backupId]);
  if (toName.length > 0) await deleteLeftovers(stack, ...toName.flat());
  return { locked, deleted: { cutOff: found.length - toName.length, named: toName.length } };
}

async function deleteLeftovers(stack: Stack, ...more: string[]): Promise<readonly Listed[]> {
  const { code, out, text } = await leftovers(stack, "--delete", "--json", ...more);
  const isAnswer = code === 0 || (code === 3 && more.length === 0);
  if (!isAnswer) throw new Error(`leftovers --delete ${more.join(" ")} ended with ${code}:\n${text}`);
  return (JSON.parse(out) as { leftovers: readonly Listed[] }).leftovers; // as the command prints it
}

/** Whether a run that is no more has left its lock: the file backend keeps locks as files. */
function isLocked({ folder }: Stack): boolean {
  const locks = readdirSync(join(folder, "home/state/.pulumi/locks"), { recursive: true, encoding: "utf8" });
  return locks.some((name) => name.endsWith(".json"));
}
