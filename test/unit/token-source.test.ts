import { tokenSource } from "../../provider/identity/token-source";
import { VirtualClock } from "../support/virtual-clock";

function fetching() {
  const clock = new VirtualClock();
  let fetched = 0;
  const source = tokenSource(async () => {
    fetched += 1;
    await clock.sleep(100);
    return { value: `token-${fetched}`, projectId: "p", life: 3_600_000 };
  }, clock);
  const tokens = async (callers: number) => {
    const asked = Array.from({ length: callers }, () => source.current());
    return (await clock.run(Promise.all(asked))).map(({ value }) => value);
  };
  return { clock, source, tokens, fetched: () => fetched };
}

test("a token is asked for once, however many callers wait", async () => {
  const { tokens, fetched } = fetching();
  expect(new Set(await tokens(20))).toEqual(new Set(["token-1"]));
  expect(fetched()).toBe(1);
});

test("a token that was dropped is not given again", async () => {
  const { source, tokens } = fetching();
  await tokens(1);
  source.drop();
  expect(await tokens(3)).toEqual(["token-2", "token-2", "token-2"]);
});

test("a token is renewed five minutes before it ends", async () => {
  const { clock, tokens } = fetching();
  await tokens(1);
  await clock.run(clock.sleep(3_200_000));
  expect(await tokens(1)).toEqual(["token-1"]);
  await clock.run(clock.sleep(200_000));
  expect(await tokens(1)).toEqual(["token-2"]);
});
