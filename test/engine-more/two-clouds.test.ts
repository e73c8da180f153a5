import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator, type RunningSimulator, type WorldSpec } from "../../simulator/index";
import { makeExample } from "../support/pulumi-stack";
import { watch } from "../support/secret-watch";

const FILES = join(__dirname, "../../examples/two-clouds");

let europe: RunningSimulator;
let asia: RunningSimulator;
let example: Awaited<ReturnType<typeof makeExample>>;

beforeEach(async () => {
  europe = await startSimulator({ pace: 0 });
  const world = JSON.parse(readFileSync(join(FILES, "asia.json"), "utf8")) as WorldSpec; // the simulator checks it
  asia = await startSimulator({ pace: 0, world });
  watch.learn("Asia's access key", asia.card.accessKey);
  watch.learn("Asia's secret key", asia.card.secretKey);
  example = await makeExample(europe, "two-clouds");
  // Here the entries are all that there is, as the README has it.
  await example.must("config", "rm-all", ...["region", "projectId", "endpoint", "authUrl"].map((key) => `dcs:${key}`));
  await example.must("config", "rm-all", "dcs:accessKey", "dcs:secretKey");
  await example.must("config", "set", "version", "1.4.0");
});

afterEach(async () => {
  await europe.close();
  await asia.close();
  // It holds the simulators' keys in plain text.
  rmSync(join(example.folder, "clouds.yaml"), { force: true });
  example.remove();
});

/** The example's own clouds.yaml, with the addresses of these simulators. */
function writeClouds(change = (text: string) => text) {
  const text = readFileSync(join(FILES, "clouds.yaml"), "utf8");
  const here = text.replaceAll("http://127.0.0.1:8420", europe.url).replaceAll("http://127.0.0.1:8421", asia.url);
  writeFileSync(join(example.folder, "clouds.yaml"), change(here));
}

const present = (cloud: RunningSimulator) =>
  cloud
    .world()
    .instances.flatMap(({ backups }) => backups)
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id }) => id);
const changes = (cloud: RunningSimulator) =>
  cloud
    .journal()
    .filter(({ method, path }) => path.includes("/backups") && method !== "GET")
    .map(({ method, principal }) => [method, principal]);

test("each backup is taken on its own cloud with the credentials of its entry, and deleted there", async () => {
  writeClouds();
  await example.up();
  const outputs: unknown = JSON.parse(await example.must("stack", "output", "--json"));
  expect(outputs).toEqual({
    backups: { europe: present(europe)[0], asia: present(asia)[0] },
    regions: { europe: "eu-de", asia: "ap-southeast-3" },
  });
  expect(await example.up()).toMatch(/3 unchanged/);

  await example.must("config", "set", "version", "1.5.0");
  await example.up();
  await example.destroy();
  expect([present(europe), present(asia)]).toEqual([[], []]);
  const done = ["POST", "POST", "DELETE", "DELETE"].sort();
  expect(changes(europe).sort()).toEqual(done.map((method) => [method, "backup-operator (token)"]));
  expect(changes(asia).sort()).toEqual(done.map((method) => [method, "asian-operator (signature)"]));
});

test("a name that clouds.yaml does not have ends the preview with a sentence that lists those there are", async () => {
  writeClouds((text) => text.replace("  asia:", "  africa:"));
  const { code, text } = await example.run("preview");
  expect(code).not.toBe(0);
  expect(text).toMatch(/clouds\.yaml has no cloud "asia" \(.*\)\. Its clouds: "europe", "africa"\./);
  expect(changes(europe)).toEqual([]);
});
