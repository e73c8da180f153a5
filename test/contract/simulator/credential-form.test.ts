import { createHash, createHmac } from "node:crypto";
import { openBench, textLike, type Bench } from "./bench";

// The header of Open Telekom Cloud's Go library, written here anew from its source (GTC, `signer_helper.go`).

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

interface Signing {
  readonly secretKey?: string;
  readonly region?: string;
  readonly service?: string;
  /** The day of the scope, where it is to differ from that of the date. */
  readonly day?: string;
}

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

function headersFor(path: string, { secretKey, region = "", service = "", day }: Signing = {}): Record<string, string> {
  const date = new Date(bench.now()).toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = [day ?? date.slice(0, 8), region, service, "sdk_request"];
  const canonical = ["GET", `${path}/`, "", "host:dcs.test", `x-sdk-date:${date}`, "", "host;x-sdk-date", hash("")];
  const text = ["SDK-HMAC-SHA256", date, scope.join("/"), hash(canonical.join("\n"))].join("\n");
  const key = scope.reduce<string | Buffer>(hmac, `SDK${secretKey ?? bench.card.secretKey}`);
  const credential = `Credential=${[bench.card.accessKey, ...scope].join("/")}`;
  const signature = `Signature=${hmac(key, text).toString("hex")}`;
  const authorization = `SDK-HMAC-SHA256 ${credential}, SignedHeaders=host;x-sdk-date, ${signature}`;
  return { host: "dcs.test", "x-sdk-date": date, authorization };
}

const call = (signing?: Signing) => bench.send("GET", bench.backups, { headers: headersFor(bench.backups, signing) });
const WRONG = { status: 401, body: { error_code: "APIGW.0301", error_msg: textLike(/verify aksk signature fail$/) } };

test("is taken with empty region and service, as the library sends them", async () => {
  expect(await call()).toMatchObject({ status: 200 });
  expect(bench.simulator.journal().at(-1)?.principal).toBe("backup-operator (signature)");
});

test("is taken with a region and a service", async () => {
  expect(await call({ region: "eu-de", service: "dcs" })).toMatchObject({ status: 200 });
});

test("may have an X-Project-Id that is not signed", async () => {
  const headers = { ...headersFor(bench.backups), "x-project-id": bench.card.projectId };
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 200 });
});

test("meets the faults that were asked for its user", async () => {
  bench.simulator.fault({ match: { principal: "backup-operator (signature)" }, then: { throttle: {} } });
  expect(await call()).toMatchObject({ status: 429 });
});

test("is refused with another secret key", async () => {
  expect(await call({ secretKey: "guessed" })).toMatchObject(WRONG);
});

test("is refused when its scope was changed", async () => {
  const headers = headersFor(bench.backups, { region: "eu-de" });
  const authorization = (headers["authorization"] ?? "").replace("/eu-de/", "/eu-nl/");
  expect(await bench.send("GET", bench.backups, { headers: { ...headers, authorization } })).toMatchObject(WRONG);
});

test("is refused when the day of its scope is not that of its date", async () => {
  expect(await call({ day: "20260228" })).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
});

test("is refused when the key was not derived", async () => {
  const headers = headersFor(bench.backups);
  const authorization = (headers["authorization"] ?? "").replace(/Credential=(\w+)[^,]+/, "Access=$1");
  expect(await bench.send("GET", bench.backups, { headers: { ...headers, authorization } })).toMatchObject(WRONG);
});
