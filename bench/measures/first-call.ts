import { startHost } from "../hosts";
import { median, spread } from "../median";
import { interleave, PAIRS } from "../pairs";
import type { Kind } from "../programs";
import type { Measured } from "../results";
import { startService } from "../service";

/**
 * What the first check and the first create of a host take more than the second ones, beside a host whose provider does
 * nothing: loading the provider, got and zod, and making the first connection.
 */
export async function measureFirstCall(): Promise<Measured> {
  const simulator = await startService(2);
  const extra = async (kind: Kind) => {
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
  const pairs = await interleave(
    PAIRS,
    () => extra("ours"),
    () => extra("nothing"),
  );
  await simulator.close();
  const over = pairs.map(({ ours, limit }) => ours - limit);
  return { value: median(over), spread: spread(over), pairs };
}
