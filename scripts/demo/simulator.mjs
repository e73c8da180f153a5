import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../setup/places.mjs";
import { DemoFailure } from "./failure.mjs";

/**
 * What the simulator says about itself when it is ready.
 * @typedef {object} Card
 * @property {string} url @property {string} iam @property {string} region @property {string} projectId
 * @property {string} accessKey @property {string} secretKey
 * @property {string} userName @property {string} password @property {string} domainName
 * @property {{ id: string, name: string }[]} instances
 *
 * A backup as DCS lists it.
 * @typedef {{ backup_id: string, backup_name: string, status: string, size: number, remark: string }} ListedBackup
 *
 * @typedef {{ method: string, path: string, status: number }} JournalLine
 *
 * @typedef {object} Simulator
 * @property {Card} card
 * @property {(instanceId: string) => Promise<ListedBackup[]>} listBackups
 * @property {() => Promise<JournalLine[]>} journal every request so far
 * @property {() => Promise<void>} stop
 */

/** Starts the simulator as a program of its own. @param {{ pace: number }} options seconds a backup takes @returns {Promise<Simulator>} */
export async function startSimulator({ pace }) {
  // A group of its own: Ctrl-C must reach Pulumi first, which still has to talk to the service.
  const child = spawn(process.execPath, [join(root, "simulator", "dist", "cli.js"), "--pace", String(pace)], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 2000);
    await ended;
    clearTimeout(late);
  };
  const [line] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    once(child, "exit").then(() => [""]),
  ]);
  if (line === "") throw new DemoFailure("The simulator did not start; its own message is above. Try `npm run build`.");
  const card = JSON.parse(line);
  return {
    card,
    listBackups: (instanceId) => listBackups(card, instanceId),
    journal: () => getJson(`${card.url}/_simulator/journal`),
    stop,
  };
}

/** Asks the service like a client: a token, then the list. @param {Card} card @param {string} instanceId */
async function listBackups(card, instanceId) {
  const url = `${card.url}/v1.0/${card.projectId}/instances/${instanceId}/backups`;
  const page = await getJson(url, { "X-Auth-Token": await getToken(card) });
  return page.backup_record_response;
}

/** @param {Card} card */
async function getToken({ iam, userName, password, domainName, projectId }) {
  const identity = {
    methods: ["password"],
    password: { user: { name: userName, password, domain: { name: domainName } } },
  };
  const answer = await fetch(`${iam}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } }),
  });
  const token = answer.headers.get("X-Subject-Token");
  if (token === null) throw new DemoFailure(`The simulator's IAM gave no token; it answered ${answer.status}.`);
  return token;
}

/** @param {string} url @param {Record<string, string>} [headers] */
async function getJson(url, headers = {}) {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new DemoFailure(`GET ${url} was answered with ${answer.status}.`);
  return answer.json();
}
