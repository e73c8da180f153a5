import { DcsError } from "../../provider/errors";
import { planFor } from "../../provider/identity/connect";
import { surroundingsOf } from "../support/surroundings";
import { IN_THE_CONFIGURATION } from "./mistakes/configuration";
import { IN_THE_ENVIRONMENT } from "./mistakes/environment";
import { IN_FILES } from "./mistakes/files";
import { SECRET } from "./mistakes/mistake";
import { OF_PROXIES } from "./mistakes/proxies";

// Each source, each kind of mistake: one message that names the value, the source and what to do.

const ALL = [...IN_THE_CONFIGURATION, ...IN_THE_ENVIRONMENT, ...IN_FILES, ...OF_PROXIES];

test.each(ALL)("$mistake", ({ given, message, args = {} }) => {
  let failure: unknown;
  try {
    const { place, reach } = planFor(args, surroundingsOf(given));
    reach.transport.proxyFor(place.endpoint.value);
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(DcsError);
  expect((failure as DcsError).message).toBe(message); // just seen
  expect(message).not.toContain(SECRET);
});

test("there are at least forty of them, and each is another one", () => {
  expect(new Set(ALL.map(({ mistake }) => mistake)).size).toBeGreaterThanOrEqual(40);
});
