import { version } from "../../provider/package.json";
import { Unfinished } from "../../provider/errors";
import { clean } from "../../provider/host/clean";
import type { Behaviour } from "../../provider/host/dynamic";
import { failureOf, story } from "../support/story";
import { resourceIn, recordedStates, textOf } from "./recorded";
import { type Situation, type SituationName, SITUATIONS } from "./situations";

// Outputs only gain fields: a later release may count on all that an earlier one has written.

const STATES = recordedStates().map((state) => [`${state.release}, ${state.name}`, state] as const);

test.each(STATES)("outputs made today have every field of %s, of the same kind", async (_, state) => {
  const recorded = resourceIn(textOf(state, "")).outputs;
  const { __provider, ...today } = { __provider: "", ...(await outputsOf(SITUATIONS[situationOf(state.name)])) };
  expect({ ...kindsOf(today), __provider: "string" }).toMatchObject(kindsOf(recorded));
});

test("what outputs made today hold is recorded (DCS_RECORD_STATES=1 npm run test:all -- test/states/record, while this release is not out)", async () => {
  const missing: string[] = [];
  for (const [title, state] of STATES.filter(([, { release }]) => release === version)) {
    const recorded = resourceIn(textOf(state, "")).outputs;
    const today = Object.keys(await outputsOf(SITUATIONS[situationOf(state.name)]));
    missing.push(...today.filter((name) => !(name in recorded)).map((name) => `${title} lacks ${name}`));
  }
  expect(missing).toEqual([]);
});

test("every situation is recorded, for every release", () => {
  const releases = [...new Set(recordedStates().map(({ release }) => release))];
  for (const release of releases) {
    const names = recordedStates().filter((state) => state.release === release);
    expect(names.map(({ name }) => name).sort()).toEqual(Object.keys(SITUATIONS).sort());
  }
  expect(releases).toContain("0.1.0");
});

/** What the code of today returns to the engine. */
async function outputsOf({ kind, options, world, fault, args, fails }: Situation): Promise<Record<string, unknown>> {
  const { simulator, clock, behaviours, stop } = story({ ...options, ...(world ? { world } : {}) });
  if (fault) simulator.fault(fault);
  const { backup, rotation, restore } = behaviours();
  const behaviour: Behaviour = kind === undefined ? backup : kind === "Restore" ? restore : rotation;
  const owner = `urn:pulumi:dev::shop::${String(kind)}::it`;
  const { inputs } = behaviour.check({}, { owner, ...args }) as { inputs: Record<string, unknown> }; // Pulumi says any
  const creating = clock.run(behaviour.create(inputs, stop.signal, () => undefined));
  if (!fails) return clean((await creating).outs);
  const failure: unknown = await failureOf(creating);
  if (!(failure instanceof Unfinished)) throw new Error(`A partial create was expected, not ${String(failure)}`);
  return clean(failure.outputs);
}

function kindsOf(outputs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, typeof value]));
}

function situationOf(name: string): SituationName {
  if (name in SITUATIONS) return name as SituationName; // just looked up
  throw new Error(`The recorded state "${name}" has no situation of that name any more: it must stay.`);
}
