import { startHost } from "../hosts";
import { inTurns, PAIRS, pairsOf } from "../pairs";
import type { Figures } from "../results";
import { startService } from "../service";
import { difference } from "./runs";

/**
 * What the first check and the first create of a host take more than the second ones, beside a host whose provider does
 * nothing: loading the provider, got and zod, and making the first connection.
 */
export async function measureFirstCall(): Promise<Figures> {
  const simulator = await startService(2);
  const extra = async (kind: "ours" | "nothing") => {
    simulator.reset();
    const host = await startHost(kind, simulator);
    const took: number[] = [];
    for (const id of host.ids) {
      const began = performance.now();
      const { inputs } = await host.check({}, host.given(id));
      await host.create(inputs);
      took.push(performance.now() - began);
    }
    await host.stop();
    return (took[0] ?? NaN) - (took[1] ?? NaN);
  };
  const taken = await inTurns(PAIRS, ["ours", "nothing"], extra);
  await simulator.close();
  return { "first-call": difference(pairsOf(taken.ours, taken.nothing)) };
}
