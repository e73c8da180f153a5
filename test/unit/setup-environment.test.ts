import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { CREDENTIALS } from "../../provider/identity/credential-settings";
import { CHOICE, REACH, type SettingNames, variablesOf, WHERE } from "../../provider/identity/settings";
import { pulumiEnvironment } from "../../scripts/pulumi/environment.mjs";

const before = { ...process.env };
const home = mkdtempSync(join(tmpdir(), "setup-environment-"));
const cli = { folders: ["/where/pulumi/is"] };

afterEach(() => {
  process.env = { ...before };
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

test("the caller's accounts, clouds and settings of Pulumi are not seen", () => {
  const settings = Object.values<SettingNames>({ ...WHERE, ...CREDENTIALS, ...REACH, ...CHOICE });
  const callers = ["PULUMI_ACCESS_TOKEN", ...settings.flatMap(variablesOf)];
  for (const name of callers) process.env[name] = "the caller's";
  process.env["HOME"] = "/home/caller";
  process.env["XDG_CONFIG_HOME"] = "/home/caller/.config";
  const seen = Object.entries(pulumiEnvironment({ home, cli })).filter(([, value]) => value?.includes("caller"));
  // Seen all the same: a family that scripts/pulumi/clean-environment.mjs does not name.
  expect(seen.map(([name]) => name)).toEqual([]);
});

test("the rest of the environment stays, such as a proxy and the folder for temporary files", () => {
  process.env["HTTPS_PROXY"] = "http://proxy";
  process.env["TMPDIR"] = "/elsewhere";
  expect(pulumiEnvironment({ home, cli })).toMatchObject({ HTTPS_PROXY: "http://proxy", TMPDIR: "/elsewhere" });
});

test("Pulumi's home and state are folders below the one that was given, and they are there", () => {
  const { PULUMI_HOME = "", PULUMI_BACKEND_URL = "" } = pulumiEnvironment({ home, cli });
  expect([PULUMI_HOME, PULUMI_BACKEND_URL]).toEqual([join(home, "pulumi-home"), `file://${join(home, "state")}`]);
  expect([PULUMI_HOME, join(home, "state")].every((folder) => statSync(folder).isDirectory())).toBe(true);
});

test("the CLI of the set-up comes first on PATH, then this clone's Node.js", () => {
  const [first, second] = pulumiEnvironment({ home, cli })["PATH"]?.split(delimiter) ?? [];
  expect([first, second]).toEqual(["/where/pulumi/is", join(__dirname, "..", "..", "node_modules", ".bin")]);
});

test("plain text is asked for in words that Pulumi and Node.js both know", () => {
  expect(pulumiEnvironment({ home, cli, color: false })).toMatchObject({ NO_COLOR: "1", FORCE_COLOR: "0" });
});
