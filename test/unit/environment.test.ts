import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processSurroundings } from "../../provider/identity/environment";

const NAMES = ["http_proxy", "https_proxy", "no_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()]);
const before = NAMES.map((name) => [name, process.env[name]] as const);

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

function proxyFor(url: string, variables: Readonly<Record<string, string>>): string | undefined {
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, variables);
  return processSurroundings(() => undefined).proxyFor(url);
}

const DCS = "https://dcs.eu-de.otc.t-systems.com/v1.0";
const HTTPS_PROXY = "http://proxy.example.com:3128";

test.each([
  ["is followed", DCS, { HTTPS_PROXY }, HTTPS_PROXY],
  ["is followed in small letters", DCS, { https_proxy: HTTPS_PROXY }, HTTPS_PROXY],
  ["without a scheme is an http one", DCS, { HTTPS_PROXY: "proxy.example.com:3128" }, HTTPS_PROXY],
  ["with TLS of its own stays one", DCS, { HTTPS_PROXY: "https://proxy.example.com" }, "https://proxy.example.com"],
  ["of another kind stays what it is", DCS, { HTTPS_PROXY: "socks5://me@proxy.test" }, "socks5://me@proxy.test"],
  ["for all kinds of addresses is followed", DCS, { ALL_PROXY: HTTPS_PROXY }, HTTPS_PROXY],
  ["for plain http does not count for https", DCS, { HTTP_PROXY: HTTPS_PROXY }, undefined],
  ["does not count for a host of NO_PROXY", DCS, { HTTPS_PROXY, NO_PROXY: "localhost,.t-systems.com" }, undefined],
  ["never counts for this machine", "https://127.0.0.1:8443/v1.0", { HTTPS_PROXY }, undefined],
  ["never counts for localhost", "http://localhost:8420", { HTTP_PROXY: HTTPS_PROXY }, undefined],
])("a proxy %s", (_case, url, variables, proxy) => {
  expect(proxyFor(url, variables)).toBe(proxy);
});

test("a file that is not there is none, and one that cannot be read is told", () => {
  const { file } = processSurroundings(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), "surroundings-"));
  try {
    writeFileSync(join(folder, "clouds.yaml"), "clouds: {}\n");
    expect(file(join(folder, "clouds.yaml"))).toBe("clouds: {}\n");
    expect(file(join(folder, "secure.yaml"))).toBeUndefined();
    expect(file(join(folder, "clouds.yaml", "below"))).toBeUndefined();
    expect(() => file(folder)).toThrow(`The file ${folder} cannot be read (EISDIR). Give it the right permissions.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
