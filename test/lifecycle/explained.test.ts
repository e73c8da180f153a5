import type { WorldSpec } from "../../simulator/index";
import { failureOf, story } from "../support/story";

/** A world with one instance in the state that the test is about. */
const worldWith = (status: "FROZEN" | "EXTENDING"): WorldSpec => ({
  instances: [{ name: "sessions", status }, { name: "second" }, { name: "third", cacheMode: "single" }],
});

test("a frozen instance is told as such at once, by one look at it after the refusal", async () => {
  const { inputs, create, requests } = story({ world: worldWith("FROZEN") });
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "instance-unsuitable" });
  expect(failure.message).toContain('Instance "sessions" is frozen, as happens when an order is unpaid.');
  expect(requests().filter((request) => request.startsWith("GET"))).toEqual(["GET /v1.0/*/instances/* 200"]);
});

test("an instance that is not running is told with its status", async () => {
  const { inputs, create } = story({ world: worldWith("EXTENDING") });
  const failure = await failureOf(create(inputs({ timeouts: { create: "1s" } })));
  expect(failure.message).toContain('Instance "sessions" is EXTENDING; only a RUNNING instance can be backed up.');
});

test("a project that the keys do not belong to, and one that does not exist, are told apart from an unknown instance", async () => {
  const { simulator, inputs, create } = story();
  const foreign = simulator.cardOf("other-operator").projectId;
  const refused = await failureOf(create(inputs({ projectId: foreign })));
  expect(refused).toMatchObject({ code: "project-unknown" });
  expect(refused.message).toContain("Check the project ID, and that the credentials that were used belong to it:");
  const unknown = await failureOf(create(inputs({ projectId: "0".repeat(32) })));
  expect(unknown).toMatchObject({ code: "project-unknown" });
  const instance = await failureOf(create(inputs({ instanceId: "00000000-0000-4000-8000-000000000000" })));
  expect(instance).toMatchObject({ code: "instance-unknown" });
});
