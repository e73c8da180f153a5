import { request } from "node:http";
import { startSimulator, type RunningSimulator } from "../../../simulator/index";
import { signed } from "./signer";

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await startSimulator({ pace: 0 });
});
afterEach(() => simulator.close());

const backups = () => simulator.world().instances[0]?.backups ?? [];
const lastEntry = () => simulator.journal().at(-1);

interface Sent {
  readonly status: number | undefined;
  readonly length: string | undefined;
  readonly text: string;
}

/** Over node's own client, which says what happened to the connection. `sent` is called when the request is out. */
function take(sent: (drop: () => void) => void = () => undefined): Promise<Sent> {
  const { projectId, instances } = simulator.card;
  const url = `${simulator.url}/v2/${projectId}/instances/${instances[0]?.id ?? ""}/backups`;
  const headers = signed({ method: "POST", url, body: "{}", headers: {} }, simulator.card, Date.now());
  return new Promise((resolve, reject) => {
    const going = request(url, { method: "POST", headers }, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString()));
      answer.on("end", () => {
        resolve({ status: answer.statusCode, length: answer.headers["content-length"], text });
      });
    });
    going.on("error", reject);
    going.end("{}", () => {
      sent(() => going.destroy());
    });
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

test.each([
  ["before", 0],
  ["after", 1],
] as const)("resets the connection %s the effect", async (reset, count) => {
  simulator.fault({ then: { reset } });
  await expect(take()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(backups()).toHaveLength(count);
  expect(lastEntry()).toMatchObject({ status: null, fault: `reset ${reset}` });
  expect(await take()).toMatchObject({ status: 200 });
});

test("resets at once what takes effect later", async () => {
  simulator.fault({ then: { late: 600 } });
  await expect(take()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(backups()).toEqual([]);
  simulator.advance("10m");
  expect(backups()).toHaveLength(1);
});

test("sends half of the body as if it were all", async () => {
  simulator.fault({ then: { torn: true } });
  const { status, length, text } = await take();
  expect({ status, length }).toEqual({ status: 200, length: String(text.length) });
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(backups()).toHaveLength(1);
});

test("holds a request until it is released over HTTP", async () => {
  const post = (path: string, body: unknown) =>
    fetch(`${simulator.url}/_simulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  await post("faults", { then: { hold: "A" } });
  const answer = take();
  await until(() => simulator.held().length === 1);
  const held = await fetch(`${simulator.url}/_simulator/held`);
  expect(await held.json()).toMatchObject([{ name: "A", method: "POST", at: "receipt" }]);
  expect(backups()).toEqual([]);
  expect(await (await post("release", { name: "A" })).json()).toEqual({ released: 1 });
  expect(await answer).toMatchObject({ status: 200 });
});

test("lets a held request take effect though its sender has left", async () => {
  simulator.fault({ then: { hold: "A" } });
  const leaving: (() => void)[] = [];
  const answer = take((drop) => leaving.push(drop));
  await until(() => simulator.held().length === 1);
  leaving.forEach((leave) => {
    leave();
  });
  await expect(answer).rejects.toThrow();
  simulator.release("A");
  await until(() => simulator.journal().length === 1);
  expect(backups()).toHaveLength(1);
});

test("closes though a request is held and another delayed, and lets both go on to their end", async () => {
  simulator.fault({ then: { hold: "A" } });
  simulator.fault({ after: 1, then: { delay: 3600 } });
  const answers = Promise.allSettled([take(), take()]);
  await until(() => simulator.faults().every(({ used }) => used === 1));
  await simulator.close();
  await answers;
  await until(() => simulator.journal().length === 2);
  expect(simulator.held()).toEqual([]);
});
