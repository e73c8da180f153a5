import { crash } from "./crash";
import { type Shop, until } from "./shop";

/**
 * Runs `up`, lets the machine die while DCS carries out a request of this method, and frees the stack as one does after a
 * crash: with `pulumi cancel`.
 */
export async function crashDuring(method: "POST" | "DELETE", { simulator, stack }: Shop): Promise<void> {
  simulator.fault({ match: { method }, then: { hold: "held", at: "effect" } });
  const running = stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => simulator.held().length === 1);
  crash(running.child);
  await running.ended;
  simulator.release("held");
  expect((await stack.run("up", "--yes", "--skip-preview")).text).toContain("the stack is currently locked");
  await stack.must("cancel", "--yes");
}
