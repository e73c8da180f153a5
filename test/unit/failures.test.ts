import { DcsError, Unfinished } from "../../provider/errors";
import { clean } from "../../provider/host/clean";
import { failureOf } from "../../provider/host/failures";

const properties = { __provider: "text" };

test("an unfinished resource carries a string ID, the provider's text among clean properties, and a reason", () => {
  const failure = failureOf(new Unfinished("i/b", { status: "waiting", size: undefined }, "not yet"), properties);
  expect(failure).toBeInstanceOf(Error);
  expect(Object.fromEntries(Object.entries(failure))).toEqual({
    id: "i/b",
    properties: { status: "waiting", __provider: "text" },
    reasons: ["not yet"],
  });
  expect(failure.message).toBe("not yet");
});

test("a user's mistake has no name and no stack, an unexpected failure keeps it", () => {
  expect(String(failureOf(new DcsError("no-credentials", "none"), properties))).toBe("none");
  expect(failureOf(new TypeError("a bug"), properties).stack).toMatch(/TypeError: a bug/);
});

test.each([null, undefined, "text", 7])(
  "whatever is thrown reaches the host as an Error, since anything else hangs it: %p",
  (thrown) => {
    expect(failureOf(thrown, properties)).toBeInstanceOf(Error);
  },
);

test("outputs are plain JSON, new and unfrozen", () => {
  const frozen = Object.freeze({ a: undefined, b: Object.freeze([1]), c: new Date(0) });
  const cleaned = clean(frozen);
  expect(cleaned).toEqual({ b: [1], c: "1970-01-01T00:00:00.000Z" });
  expect(Object.isFrozen(cleaned) || Object.isFrozen(cleaned["b"])).toBe(false);
});
