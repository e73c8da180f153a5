import { lookFor } from "../../provider/dcs/absence";
import { gotSend } from "../../provider/dcs/http";
import { systemClock } from "../../provider/clock";
import { connector } from "../../provider/identity/connect";
import { type RunningSimulator, startSecureSimulator, startSimulator } from "../../simulator/index";
import { type Proxy, startProxy } from "../support/proxy";
import { type Given, surroundingsOf } from "../support/surroundings";
import { WAYS_IN } from "../support/ways-in";

// Every kind of credentials, over every kind of line: a backup is taken, seen and deleted.

interface Line {
  readonly simulator: RunningSimulator;
  /** What a user configures besides the credentials. */
  readonly given: Given;
  readonly proxy?: Proxy;
}

const CREDENTIALS = { user: "proxy-user", password: "proxy-password" };

const LINES: Readonly<Record<string, () => Promise<Line>>> = {
  "plain http": async () => ({ simulator: await startSimulator({ pace: 0 }), given: {} }),
  "TLS with a private CA": async () => {
    const simulator = await startSecureSimulator({ pace: 0 });
    return { simulator, given: { config: { "dcs:caCert": simulator.ca } } };
  },
  "TLS with a client certificate, all of it from files": async () => {
    const simulator = await startSecureSimulator({ pace: 0, clientCertificate: true });
    const { ca, client } = simulator;
    return {
      simulator,
      given: {
        environment: { OS_CACERT: "ca.pem", OS_CERT: "/etc/client.pem", OS_KEY: "/etc/client-key.pem" },
        files: { "/here/ca.pem": ca, "/etc/client.pem": client.certificate, "/etc/client-key.pem": client.key },
      },
    };
  },
  "TLS through a proxy that wants a password": async () => {
    const simulator = await startSecureSimulator({ pace: 0 });
    const proxy = await startProxy({ credentials: CREDENTIALS });
    const { user, password } = CREDENTIALS;
    const url = proxy.url.replace("//", `//${user}:${password}@`);
    return { simulator, proxy, given: { config: { "dcs:caCert": simulator.ca }, proxy: url } };
  },
};

describe.each(Object.entries(LINES))("over %s", (name, start) => {
  let line: Line;

  beforeAll(async () => {
    line = await start();
  });

  afterAll(async () => {
    await line.proxy?.close();
    await line.simulator.close();
  });

  test.each(Object.entries(WAYS_IN))("%s", async (kind, wayIn) => {
    const { simulator, given, proxy } = line;
    const { config, environment, files } = await wayIn(simulator);
    const surroundings = surroundingsOf({
      config: { ...config, ...given.config },
      environment: { ...environment, ...given.environment },
      files: { ...files, ...given.files },
      ...(given.proxy ? { proxy: given.proxy } : {}),
    });
    const tunnels = proxy?.passed.length ?? 0;
    const isAgency = kind.startsWith("an agency");
    const [instance] = (isAgency ? simulator.agencyCard() : simulator.card).instances;
    const { client, projectId } = await connector({ clock: systemClock, dice: () => 0, sendBy: gotSend, surroundings })(
      {},
    );
    expect(projectId).toBe(isAgency ? simulator.agencyCard().projectId : simulator.card.projectId);

    const instanceId = instance?.id ?? "";
    const options = { clock: systemClock, deadline: systemClock.now() + 30_000, signal: new AbortController().signal };
    const id = await client.createBackup(instanceId, { remark: kind }, options);
    const look = () => lookFor(client, instanceId, ({ backupId }) => backupId === id, options);
    expect((await look()).seen).toBe("listed");
    await client.deleteBackup(instanceId, id, options);
    expect((await look()).seen).toBe("absent");
    if (name.includes("proxy")) expect(proxy?.passed.length).toBeGreaterThan(tunnels);
  });
});
