import type { BackupOutputs } from "../../provider/lifecycle/outputs";
import { failureOf, story } from "../support/story";

const MANY = 300;
const FEW = 20;

/** Many backups whose keys were rotated after they were made; a new run is about to destroy them. */
async function rotated(count: number, environment: Readonly<Record<string, string>> = {}) {
  const variables: Record<string, string> = {};
  const told = story({ pace: 0, keep: MANY, environment: variables });
  const { clock, simulator, inputs } = told;
  const { behaviour, stop } = told;
  const creates = Array.from({ length: count }, () => behaviour.create(inputs(), stop.signal));
  const made = await clock.run(Promise.all(creates));
  simulator.changeUser("backup-operator", { accessKey: "ROTATEDACCESSKEY0001", secretKey: "rotated-secret-key" });
  Object.assign(variables, environment);
  told.nextRun();
  const before = simulator.journal().length;
  const since = () => simulator.journal().slice(before);
  return {
    ...told,
    made,
    destroyAll: () => {
      const all = made.map(({ id, outs }) => told.behaviour.delete(id, { ...outs }, stop.signal));
      return clock.run(Promise.allSettled(all));
    },
    destroyed: (id: string, outs: BackupOutputs) => clock.run(told.behaviour.delete(id, { ...outs }, stop.signal)),
    refused: () => since().filter(({ status }) => status === 401).length,
    sent: () => since().length,
  };
}

const reasons = (results: readonly PromiseSettledResult<void>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));

test("300 backups destroyed with rotated keys cause one refused signature, and each error says whose verdict it was", async () => {
  const { destroyAll, refused, sent, backups, made } = await rotated(MANY);
  const errors = reasons(await destroyAll());
  expect(errors).toHaveLength(MANY);
  expect([refused(), sent()]).toEqual([1, 1]);
  expect(backups()).toHaveLength(MANY);
  const heard = errors.filter((error) => error.includes("An earlier request of this run has met this"));
  expect(heard).toHaveLength(MANY - 1);
  for (const [index, error] of errors.entries()) {
    expect(error).toContain(`Could not delete backup ${made[index]?.outs.backupId ?? ""}`);
    expect(error).toContain("Check the credentials that were used: the access key of the stack's configuration");
    expect(error).toContain("so it stays in the state");
  }
});

test("one after the other they cause no more than that either", async () => {
  const { destroyed, refused, made } = await rotated(FEW);
  for (const { id, outs } of made) {
    expect(await failureOf(destroyed(id, outs))).toMatchObject({ code: "credentials-refused" });
  }
  expect(refused()).toBe(1);
});

test("where the environment has the new keys, all are destroyed with them, and each row says so", async () => {
  const environment = { OS_ACCESS_KEY: "ROTATEDACCESSKEY0001", OS_SECRET_KEY: "rotated-secret-key" };
  const { destroyAll, refused, backups, said } = await rotated(MANY, environment);
  expect(reasons(await destroyAll())).toEqual([]);
  expect(refused()).toBe(1);
  expect(backups()).toEqual([]);
  const told = said.filter((text) => text.includes("was refused, so this one is used instead"));
  expect(told).toHaveLength(MANY);
  expect(told[0]).toMatch(
    /^the access key of the stack's configuration was refused, so this one is used instead: the access key of the environment \(OS_\*\), for project \w+$/,
  );
});

test("where the environment's keys are refused as well, two signatures are refused, and the error names both", async () => {
  const environment = { HW_ACCESS_KEY: "ANOTHERACCESSKEY0001", HW_SECRET_KEY: "another-secret-key" };
  const { destroyAll, refused, backups } = await rotated(FEW, environment);
  const errors = reasons(await destroyAll());
  expect(errors).toHaveLength(FEW);
  expect(refused()).toBe(2);
  expect(backups()).toHaveLength(FEW);
  expect(errors[0]).toContain("the access key of the environment (HW_*), for project");
  expect(errors[0]).toContain("(after a refusal of the access key of the stack's configuration)");
});

test("half a set in the environment is no fallback, and no error of its own", async () => {
  const { destroyed, made } = await rotated(1, { OS_ACCESS_KEY: "ROTATEDACCESSKEY0001" });
  const [first] = made;
  if (!first) throw new Error("Nothing was made.");
  const failure = await failureOf(destroyed(first.id, first.outs));
  expect(failure.message).toContain("the access key of the stack's configuration");
  expect(failure.message).not.toContain("OS_ACCESS_KEY");
});
