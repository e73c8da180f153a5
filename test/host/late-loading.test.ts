import { execFileSync } from "node:child_process";
import { ROOT } from "../support/root";

/** The files that a script loads by `require`, counted from the package's `dist`; of other packages only their names. */
function loadedBy(script: string): Set<string> {
  const print = `console.log(JSON.stringify(Object.keys(require.cache)))`;
  const text = execFileSync(process.execPath, ["-e", `(async () => { ${script}; ${print} })()`], {
    cwd: ROOT,
  }).toString();
  const files = JSON.parse(text) as string[]; // what `print` prints
  return new Set(
    files.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file.split("/dist/")[1] ?? file),
  );
}

/** The rooms below the front rooms, and the libraries that they load. */
const isOfThoseBelow = (file: string) =>
  /^(host|lifecycle|rotation|restore|lookups|dcs|identity)\/|^provider|^(got|zod)$/.test(file);

test("whoever loads the state contract loads the host's part and nothing else, until a call comes", () => {
  const loaded = loadedBy(`require("pulumi-dcs-backup/provider")`);
  expect([...loaded].filter((file) => !file.startsWith("host/")).sort()).toEqual([
    "clock.js",
    "errors.js",
    "node-version.js",
    "provider.js",
  ]);
});

test("a program that declares backups, or could look some up, loads none of it", () => {
  const loaded = loadedBy(`require("pulumi-dcs-backup")`);
  expect(loaded).toContain("backup.js");
  expect(loaded).toContain("lookups.js");
  expect(
    [...loaded].filter((file) =>
      /^(host|lifecycle|rotation|restore|lookups|dcs|identity)\/|^provider|^(got|zod)$/.test(file),
    ),
  ).toEqual([]);
});

test("a program under mocks that looks backups up loads none of it either", () => {
  const loaded = loadedBy(`
    await require("@pulumi/pulumi").runtime.setMocks({ newResource: () => ({}), call: () => ({ backups: [] }) });
    await require("pulumi-dcs-backup").getBackups({ instanceId: "i" })`);
  expect([...loaded].filter(isOfThoseBelow)).toEqual([]);
});

test("a check and a diff, all that a preview asks for, load nothing that sends and no YAML", () => {
  const loaded = loadedBy(`
    const { backup } = require("pulumi-dcs-backup/provider");
    const owner = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::b";
    await backup.configure({ config: { get: () => undefined } });
    const { inputs } = await backup.check({}, { instanceId: "i", owner });
    await backup.diff("i/b", { ...inputs, status: "succeed" }, inputs)`);
  expect(loaded).toContain("lifecycle/backup.js");
  expect([...loaded].filter((file) => /^(got|yaml|dcs\/http\.js|identity\/connect\.js)$/.test(file))).toEqual([]);
});
