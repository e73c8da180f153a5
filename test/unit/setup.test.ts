import { rmSync } from "node:fs";
import { join } from "node:path";
import { SetupClone } from "./setup-clone";

const clones: SetupClone[] = [];

function newClone(cache?: string): SetupClone {
  const clone = new SetupClone(cache);
  clones.push(clone);
  return clone;
}

afterEach(() => {
  for (const clone of clones.splice(0)) clone.remove();
});

test("a fresh clone is installed, built and given a CLI from Go modules, and each step says how long it takes", () => {
  const clone = newClone().put("go");
  const { output, status, calls } = clone.setUp();
  expect(status).toBe(0);
  expect(calls).toEqual(["npm ci", "npm run", "go build", "go build"]);
  expect(output).toMatch(
    /Installing .*half a minute[\s\S]*Building the provider .*seconds[\s\S]*Building the Pulumi CLI .*minutes/,
  );
  expect(clone.cached).toEqual(["pulumi-3.259.0-go"]);
});

test("with nothing to do it calls nothing and says nothing", () => {
  const clone = newClone().put("go");
  clone.setUp();
  expect(clone.setUp()).toEqual({ output: "", status: 0, calls: [] });
});

test("a changed lock file is installed, a changed source is built", () => {
  const clone = newClone();
  clone.setUp("--no-cli");
  clone.write("package-lock.json", JSON.stringify({ packages: { "": {}, "node_modules/got": { version: "16.2.0" } } }));
  expect(clone.setUp("--no-cli").calls).toEqual(["npm ci", "npm run"]);
  clone.write("provider/index.ts", "export {};");
  expect(clone.setUp("--no-cli").calls).toEqual(["npm run"]);
});

test("an output that someone built by hand from other sources is built again", () => {
  const clone = newClone();
  clone.setUp("--no-cli");
  clone.write("provider/dist/index.js", "from other sources");
  expect(clone.setUp("--no-cli").calls).toEqual(["npm run"]);
});

test("a package for another platform may be missing, any other may not", () => {
  const clone = newClone();
  const packages = {
    "": {},
    "node_modules/got": { version: "16.1.0" },
    "node_modules/only-mac": { version: "1.0.0", optional: true },
  };
  clone.setUp("--no-cli");
  clone.write("package-lock.json", JSON.stringify({ packages }));
  expect(clone.setUp("--no-cli").calls).not.toContain("npm ci");
  clone.write(
    "package-lock.json",
    JSON.stringify({ packages: { ...packages, "node_modules/zod": { version: "4.6.7" } } }),
  );
  expect(clone.setUp("--no-cli").calls).toContain("npm ci");
});

test("a second clone takes the CLI that the first one built", () => {
  const first = newClone().put("go");
  first.setUp();
  const second = newClone(first.cache);
  expect(second.setUp().calls).toEqual(["npm ci", "npm run"]);
  expect(second.notedCli).toEqual(first.notedCli);
});

test("a CLI in the cache that lost a part is built again", () => {
  const clone = newClone().put("go");
  clone.setUp();
  rmSync(join(clone.cache, "pulumi-dcs-backup/pulumi-3.259.0-go/bin/pulumi-language-nodejs"));
  expect(clone.setUp().calls).toEqual(["go build", "go build"]);
  expect(clone.setUp().calls).toEqual([]);
});

test("a pulumi on PATH that is new enough is taken", () => {
  const clone = newClone().putPulumi("3.300.1").put("pulumi-language-nodejs");
  expect(clone.setUp().calls).not.toContain("go build");
  expect(clone.notedCli).toMatchObject({ version: "3.300.1", from: "PATH" });
});

test("a pulumi on PATH that is too old is named, with the version that is needed", () => {
  const clone = newClone().putPulumi("3.99.0").put("pulumi-language-nodejs").put("go");
  const { output, status } = clone.setUp();
  expect(output).toMatch(/Not using .*pulumi: it is 3\.99\.0, and 3\.\d+\.0 is needed, since /);
  expect(status).toBe(0);
  expect(clone.notedCli).toMatchObject({ from: "Go modules" });
});

test("a pulumi on PATH without its language host is not taken", () => {
  const clone = newClone().putPulumi("3.300.1").put("go");
  expect(clone.setUp().output).toContain("its language host pulumi-language-nodejs is neither beside it nor on PATH");
  expect(clone.notedCli).toMatchObject({ from: "Go modules" });
});

test("where it can be reached, the npm package pulumi downloads the vendor's release, which is then taken", () => {
  const clone = newClone().putLauncher("3.265.0").put("go");
  clone.online = true;
  expect(clone.setUp()).toMatchObject({ status: 0, calls: ["npm ci", "npm run", "npm install", "pulumi version"] });
  expect(clone.notedCli).toMatchObject({ version: "3.265.0", from: "npm" });
  expect(clone.setUp()).toEqual({ output: "", status: 0, calls: [] });
});

test("a download that brings nothing leaves nothing half, and the CLI is built from Go modules", () => {
  const clone = newClone().put("go");
  clone.online = true;
  expect(clone.setUp().output).toContain("did not succeed");
  expect(clone.notedCli).toMatchObject({ from: "Go modules" });
  expect(clone.cached).toEqual(["pulumi-3.259.0-go"]);
});

test("without Pulumi and without Go it says how to get either, and shows no stack", () => {
  const { output, status } = newClone().setUp();
  expect(status).toBe(1);
  expect(output).toMatch(/Install Pulumi from https:\S+ .*or Go \S+ or newer from https:/);
  expect(output).not.toMatch(/^\s+at /m);
});

test("--no-cli asks for neither Pulumi nor Go", () => {
  expect(newClone().setUp("--no-cli")).toMatchObject({ status: 0, calls: ["npm ci", "npm run"] });
});

test("--quiet says nothing while all goes well", () => {
  expect(newClone().put("go").setUp("--quiet")).toMatchObject({ status: 0, output: "" });
});

test("a failed step says what to do instead and shows the program's own last lines, without a stack", () => {
  const clone = newClone().put("npm", `console.error("the lock file is out of step"); process.exitCode = 1;`);
  const { output, status } = clone.setUp();
  expect(status).toBe(1);
  expect(output).toMatch(/`npm ci` failed\. [\s\S]*the lock file is out of step/);
  expect(output).not.toMatch(/^\s+at /m);
});

test("a build of the CLI that fails leaves nothing half", () => {
  const clone = newClone().put("go", `console.error("dial tcp: no such host"); process.exitCode = 1;`);
  const { output, status } = clone.setUp();
  expect(status).toBe(1);
  expect(output).toMatch(/Building pulumi from its Go modules failed\. [\s\S]*no such host/);
  expect(clone.cached).toEqual([]);
});

test("a build of the CLI that is interrupted leaves nothing half, and the next one starts afresh", async () => {
  const clone = newClone().put("go", "setTimeout(() => {}, 60_000);");
  await clone.interruptWhenItCalls("go");
  expect(clone.cached).toEqual([]);
  expect(clone.put("go").setUp()).toMatchObject({ status: 0, calls: ["go build", "go build"] });
});
