import type { ApiVersion } from "../../provider/dcs/api-versions";
import type { Connect } from "../../provider/dcs/connection";
import { connector } from "../../provider/identity/connect";
import { findApiVersion } from "../../provider/identity/api-version";
import { backupBehaviour } from "../../provider/lifecycle/backup";
import { sharedByAll } from "../../provider/lifecycle/behaviour";
import type { CheckMeans } from "../../provider/lifecycle/check";
import { restoreBehaviour } from "../../provider/restore/behaviour";
import { rotationBehaviour } from "../../provider/rotation/behaviour";
import { createSimulator, type SimulatorCard, type SimulatorOptions } from "../../simulator/index";
import { seededDice } from "./dice";
import { sendTo } from "./in-memory";
import { lifeOf } from "./life";
import { watch } from "./secret-watch";
import { surroundingsOf } from "./surroundings";
import { VirtualClock } from "./virtual-clock";

type Properties = Record<string, unknown>;

const ENDPOINT = "http://dcs.test";
const OWNER = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::before-release";

type Work = (...args: unknown[]) => unknown;

/** Whatever comes of these must hold no secret. */
const HEARD = new Map(
  Object.entries({
    create: "a create",
    read: "a read",
    update: "an update",
    delete: "a delete",
    discard: "a discard",
  }),
);

/** What a story may change before it begins. */
export interface StoryOptions extends SimulatorOptions {
  /** Configuration of the stack, on top of the simulator's own or instead of it. */
  readonly config?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** v1.0 where nothing is said. */
  readonly apiVersion?: ApiVersion;
}

/** The real lifecycle and client against the simulator in memory, in virtual time. */
export function story({
  config,
  environment = {},
  files = {},
  apiVersion: version = "v1.0",
  ...options
}: StoryOptions = {}) {
  const clock = new VirtualClock();
  const simulator = createSimulator({ clock, seed: "story", ...options });
  const { card } = simulator;
  const settings: Record<string, string> = config ?? {
    "dcs:region": card.region,
    "dcs:projectId": card.projectId,
    "dcs:endpoint": ENDPOINT,
    "dcs:authUrl": `${ENDPOINT}/v3`,
    "dcs:accessKey": card.accessKey,
    "dcs:secretKey": card.secretKey,
    "dcs:apiVersion": version,
  };
  const said: string[] = [];
  const dice = seededDice();
  const surroundings = surroundingsOf({ config: settings, environment, files });
  const send = watch.send(sendTo(simulator, clock));
  const say = (_owner: string, text: string) => {
    said.push(text);
    watch.hear("a row", text);
  };
  watch.hearAtTheEnd("the simulator's journal", () => simulator.journal());
  const process = () => {
    const life = lifeOf(send);
    const connect = connector({ clock, dice, sendBy: () => life.send, surroundings });
    const apiVersion: CheckMeans["apiVersion"] = (place) => findApiVersion(place, surroundings);
    const means = { clock, dice, say, warn: say, apiVersion, connect, ...sharedByAll() };
    const behaviours = {
      backup: listened(backupBehaviour(means)),
      rotation: listened(rotationBehaviour(means)),
      restore: listened(restoreBehaviour(means)),
    };
    return { life, connect, behaviours };
  };
  /** The same behaviour, with all that comes of it heard. */
  function listened<Kind extends object>(behaviour: Kind): Kind {
    const heard = Object.entries(behaviour).map(([call, work]: [string, Work]) => {
      const name = HEARD.get(call);
      return [call, name === undefined ? work : (...args: unknown[]) => hear(name, work(...args))];
    });
    return Object.fromEntries(heard) as Kind; // the same calls under the same names
  }
  function hear(call: string, work: unknown): Promise<unknown> {
    watch.learnSettings(settings);
    watch.learnSettings(environment);
    return watch.listen(`what ${call} gave`, Promise.resolve(work));
  }
  let present = process();
  const stop = new AbortController();
  const [instance, , single] = card.instances;
  if (!instance || !single) throw new Error("The simulated world lacks its usual instances.");

  return {
    connect: ((args, tell) => present.connect(args, tell)) as Connect,
    /** That of the present run. */
    get behaviour() {
      return present.behaviours.backup;
    },
    /** What each kind of resource does, in this run of Pulumi. */
    behaviours: () => present.behaviours,
    /** What follows happens in another run of Pulumi, by a process of its own. */
    nextRun: () => {
      present = process();
    },
    /** The process of this run. */
    life: () => present.life,
    clock,
    simulator,
    settings,
    said,
    stop,
    instanceId: instance.id,
    singleNodeId: single.id,
    /** The inputs of a backup, checked as the engine checks them. */
    inputs: (args: Properties = {}): Properties =>
      present.behaviours.backup.check({}, { instanceId: instance.id, owner: OWNER, ...args }).inputs,
    create: (inputs: Properties) => clock.run(present.behaviours.backup.create(inputs, stop.signal)),
    read: (id: string, outputs: object) => clock.run(present.behaviours.backup.read(id, { ...outputs }, stop.signal)),
    update: (id: string, olds: object, news: Properties) =>
      clock.run(present.behaviours.backup.update(id, { ...olds }, news, stop.signal)),
    remove: (id: string, outputs: object) =>
      clock.run(present.behaviours.backup.delete(id, { ...outputs }, stop.signal)),
    /** The requests that reached the service, as `METHOD path status`, without IDs and queries. */
    requests: () =>
      simulator.journal().map(({ method, path, status }) => {
        const short = path
          .replace(/\?.*/, "")
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
          .replace(card.projectId, "*");
        return `${method} ${short} ${status}`;
      }),
    /** The backups that exist now. */
    backups: () =>
      simulator
        .world()
        .instances.flatMap(({ backups }) => backups)
        .filter(({ deletedAt }) => !deletedAt),
  };
}

/** The stack's configuration of a user with a password, instead of access keys; the project follows from the region. */
export function passwordSettings({ region, userName, password, domainName }: SimulatorCard): Record<string, string> {
  return {
    "dcs:region": region,
    "dcs:endpoint": ENDPOINT,
    "dcs:authUrl": `${ENDPOINT}/v3`,
    "dcs:userName": userName,
    "dcs:password": password,
    "dcs:domainName": domainName,
  };
}

/** The error that a promise ends with. */
export async function failureOf(work: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    return error as Error & Record<string, unknown>; // tests look at its fields
  }
  throw new Error("It should have failed.");
}
