import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { authorization, sdkDate } from "../../provider/identity/signer";
import type { Figures } from "../results";
import { ROOT } from "../root";

const IN_FLIGHT = 1_000;
const SECONDS = 3;

interface Card {
  readonly url: string;
  readonly projectId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly instances: readonly { readonly id: string }[];
}

/**
 * Requests per second that the simulator answers when 1000 are in flight, as a program of its own: a list of backups each
 * time, with a signature that it has to check. They are signed once, so that the asking costs little.
 */
export async function measureLoad(): Promise<Figures> {
  const child = spawn(process.execPath, [join(ROOT, "simulator/dist/cli.js"), "--pace", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string]; // it prints one line
  const card = JSON.parse(line) as Card; // see simulator/cli.ts
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const ask = asker(card, agent);
  await ask();
  const until = performance.now() + SECONDS * 1_000;
  let answered = 0;
  const one = async () => {
    while (performance.now() < until) {
      await ask();
      answered += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  const took = performance.now() - began;
  agent.destroy();
  child.kill("SIGTERM");
  await once(child, "exit");
  return { simulator: { value: Math.round((answered * 1_000) / took) } };
}

function asker({ url, projectId, accessKey, secretKey, instances }: Card, agent: Agent): () => Promise<void> {
  const target = new URL(`${url}/v1.0/${projectId}/instances/${instances[0]?.id ?? ""}/backups?limit=100`);
  const date = sdkDate(Date.now());
  const signed = { host: target.host, "x-sdk-date": date };
  const keys = { accessKey, secretKey };
  const proof = authorization(keys, { method: "GET", url: target, headers: signed, body: "" }, date);
  const headers = { ...signed, authorization: proof };
  return () =>
    new Promise((resolve, reject) => {
      request(target, { agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`The simulator answered ${String(answer.statusCode)}.`));
        answer.resume().once("end", resolve);
      })
        .once("error", reject)
        .end();
    });
}
