import { createSimulator, type Simulator, type SimulatorCard, type SimulatorOptions } from "../../../simulator/index";
import { signed } from "./signer";

const ORIGIN = "http://dcs.test";

const SECOND = 1000;

/** jest's matchers are typed `any`; here they are what they match. */
export const ANY_TEXT: unknown = expect.any(String);

export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

interface Extra {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The text as it came, and what it says if it is JSON. */
  readonly text: string;
  readonly body: unknown;
}

/** A simulator in memory, a clock to turn, and a client that signs what it sends. */
export interface Bench {
  readonly simulator: Simulator;
  readonly card: SimulatorCard;
  /** The `ha` instance of the default world, and the paths below it. */
  readonly instance: string;
  readonly backups: string;
  /** The same below v2. */
  readonly v2: { readonly instance: string; readonly backups: string };
  readonly now: () => number;
  /** Moves the time on, in seconds, and wakes who sleeps by it. */
  pass(seconds: number): void;
  /** Sends a request with no credentials but those among its headers. */
  send(method: string, path: string, extra?: Extra): Promise<Answer>;
  /** Sends a request signed by the first user, or by the user named. */
  call(method: string, path: string, extra?: Extra & { as?: string }): Promise<Answer>;
  /** Takes a backup and says which id it got. */
  takeBackup(remark?: string): Promise<string>;
  /** The status of that backup at this moment, listed or not. */
  statusOf(id: string): string | undefined;
  /** Lets everything run that needs no time: afterwards a request was answered, or is held or asleep. */
  settled(): Promise<void>;
  /** Gets a token with the first user's password, scoped to the first project or as told. */
  token(scope?: unknown): Promise<string>;
}

export function openBench(options: SimulatorOptions = {}): Bench {
  let now = Date.parse("2026-03-01T12:00:00Z");
  const sleepers: { until: number; wake: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => sleepers.push({ until: now + ms, wake }));
  const simulator = createSimulator({ seed: "test", clock: { now: () => now, sleep }, ...options });
  const { card } = simulator;
  const below = (version: string) => `/${version}/${card.projectId}/instances/${card.instances[0]?.id ?? ""}`;
  const instance = below("v1.0");

  const send: Bench["send"] = async (method, path, { body, headers = {} } = {}) => {
    const init = { method, headers: { ...headers }, ...(body !== undefined && { body }) };
    return readAnswer(await simulator.fetch(new Request(ORIGIN + path, init)));
  };
  const call: Bench["call"] = (method, path, { as, body, headers = {} } = {}) => {
    const keys = as === undefined ? card : simulator.cardOf(as);
    const unsigned = { method, url: ORIGIN + path, headers, ...(body !== undefined && { body }) };
    return send(method, path, { ...(body !== undefined && { body }), headers: signed(unsigned, keys, now) });
  };
  return {
    simulator,
    card,
    instance,
    backups: `${instance}/backups`,
    v2: { instance: below("v2"), backups: `${below("v2")}/backups` },
    now: () => now,
    pass: (seconds) => {
      now += seconds * SECOND;
      for (const { until, wake } of sleepers) if (until <= now) wake();
    },
    send,
    call,
    takeBackup: async (remark) => {
      const { body } = await call("POST", `${instance}/backups`, { body: JSON.stringify({ remark }) });
      return textAt(body, "backup_id");
    },
    statusOf: (id) => {
      const backups = simulator.world().instances.flatMap((each) => each.backups);
      return backups.find((backup) => backup.id === id)?.status;
    },
    settled: async () => {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
    token: async (scope = { project: { id: card.projectId } }) => {
      const { headers } = await send("POST", "/v3/auth/tokens", { body: passwordRequest(card, scope) });
      return headers.get("x-subject-token") ?? "no token was given";
    },
  };
}

export function passwordRequest(card: SimulatorCard, scope?: unknown): string {
  const user = { name: card.userName, password: card.password, domain: { name: card.domainName } };
  return JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } }, scope } });
}

/** The text at a path such as `["error", "code"]`. Fails the test when there is none. */
export function textAt(body: unknown, ...path: string[]): string {
  const found = valueAt(body, ...path);
  if (typeof found !== "string")
    throw new Error(`The answer has no text at ${path.join(".")}: ${JSON.stringify(body)}`);
  return found;
}

export function valueAt(body: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map<string, unknown>(Object.entries(value)).get(String(key));
  }, body);
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
