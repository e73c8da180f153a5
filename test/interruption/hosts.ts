import { join } from "node:path";
import { startDynamicHost } from "../support/dynamic-host";
import { PROVIDER_TEXT } from "../support/provider-text";
import type { Service } from "./service";

/** More than a thousand hosts are started: each loads only what it needs, compiled once, in a fourth of the time. */
const ENVIRONMENT = {
  NODE_COMPILE_CACHE: join(__dirname, "../../.local/compile-cache"),
  NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, "../support/light-host.cjs"))}`,
};

/** A host that has nothing left to do goes at once; but a machine may have a lot to do besides. Milliseconds. */
export const UNTIL_GONE = 15_000;

export type Host = Awaited<ReturnType<typeof startDynamicHost>>;

let compiled: Promise<void> | undefined;

/** A host for this service. The very first one is alone: it writes down what it has compiled when it goes. */
export async function startHost({ settings }: Service): Promise<Host> {
  await (compiled ??= compileOnce(settings));
  return startDynamicHost(settings, ENVIRONMENT);
}

async function compileOnce(settings: Readonly<Record<string, string>>): Promise<void> {
  const host = await startDynamicHost(settings, ENVIRONMENT);
  await host.check({}, { __provider: PROVIDER_TEXT });
  host.interrupt();
  await host.exited;
}

/** How the engine ends a run: a Cancel that finds the host idle, then SIGINT. */
export async function endOf(host: Host): Promise<void> {
  // One that got SIGTERM may have gone before.
  await host.cancel().catch(() => undefined);
  host.interrupt();
  await goneWithin(UNTIL_GONE, host);
}

export function goneWithin(limit: number, host: Host): Promise<void> {
  return within(limit, host.exited, "The host still runs after its end was due").catch((error: unknown) => {
    throw new Error(`${String(error)} It printed: ${host.noise()}`);
  });
}

/** Rejects with the sentence where something takes longer than that. */
export async function within(limit: number, work: Promise<unknown>, late: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${late}: it takes more than ${limit} ms.`));
    }, limit);
  });
  await Promise.race([work, tooLate]).finally(() => {
    clearTimeout(timer);
  });
}
