import { tokenAuthorizer } from "../../provider/identity/authorizers";
import type { HttpRequest } from "../../provider/dcs/exchange";
import { VirtualClock } from "../support/virtual-clock";

const request: HttpRequest = { method: "GET", url: "https://dcs.test/", headers: {} };

function authorizing() {
  const clock = new VirtualClock();
  let fetched = 0;
  const authorizer = tokenAuthorizer(
    async () => {
      fetched += 1;
      await clock.sleep(100);
      return { value: `token-${fetched}`, projectId: "p", expiresAt: clock.now() + 3_600_000 };
    },
    "a user",
    clock,
  );
  const tokens = async (callers: number) => {
    const requests = Array.from({ length: callers }, () => authorizer.authorize(request));
    return (await clock.run(Promise.all(requests))).map(({ headers }) => headers["x-auth-token"]);
  };
  return { clock, authorizer, tokens, fetched: () => fetched };
}

test("a token is asked for once, however many callers wait", async () => {
  const { tokens, fetched } = authorizing();
  expect(new Set(await tokens(20))).toEqual(new Set(["token-1"]));
  expect(fetched()).toBe(1);
});

test("callers that were refused with the same token share one renewal", async () => {
  const { authorizer, tokens, fetched } = authorizing();
  const refused = { ...request, headers: { "x-auth-token": (await tokens(1))[0] ?? "" } };
  expect(authorizer.renew(refused)).toBe(true);
  expect(await tokens(1)).toEqual(["token-2"]);
  authorizer.renew(refused);
  expect(await tokens(1)).toEqual(["token-2"]);
  expect(fetched()).toBe(2);
});

test("a token is renewed five minutes before it ends", async () => {
  const { clock, tokens } = authorizing();
  await tokens(1);
  await clock.run(clock.sleep(3_200_000));
  expect(await tokens(1)).toEqual(["token-1"]);
  await clock.run(clock.sleep(200_000));
  expect(await tokens(1)).toEqual(["token-2"]);
});
