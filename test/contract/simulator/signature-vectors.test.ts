import { createSimulator } from "../../../simulator/index";
import {
  canonicalQuery,
  canonicalRequest,
  sha256,
  type SignedRequest,
} from "../../../simulator/iam/signature/canonical-request";
import { signatureOf, stringToSign } from "../../../simulator/iam/signature/signature";

// The vectors come from the vendor's own signer and its published example (SIGN).
const PROJECT = "885cacf2d49d4bb6931ae668e9c07553";
const INSTANCE = "e016385d-b9fa-4bf0-9f38-9379f4a5293f";
const BACKUP = "75509c85-50a6-4525-ad56-a1bb62e84570";
const HOST = "dcs.eu-de.otc.t-systems.com";
const DATE = "20240115T103000Z";
const ACCESS_KEY = "AKIDEXAMPLE00000TEST";
const SECRET_KEY = "SKEXAMPLE0000000000000000000000000000000";
const BACKUPS = `/v1.0/${PROJECT}/instances/${INSTANCE}/backups`;
const JSON_TYPE = { "content-type": "application/json" };
const SDK_HEADERS = { ...JSON_TYPE, host: HOST, "x-project-id": PROJECT, "x-sdk-date": DATE };

interface Vector {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly secretKey?: string;
  readonly hash: string;
  readonly signature: string;
}

const VECTORS: Record<string, Vector> = {
  V1: {
    method: "DELETE",
    path: `${BACKUPS}/${BACKUP}`,
    headers: SDK_HEADERS,
    hash: "9b301420d0ae6fd7a8fa9e42fd5a8823d17b3f4535d232a8c3d458af0ab15029",
    signature: "ff8b8a63667dc7f2573fe5a0b41a48a2ad1be893c13545d013f34eceba947303",
  },
  V2: {
    method: "GET",
    path: BACKUPS,
    query: "start=1&limit=10&beginTime=20240101000000&endTime=20240131235959",
    headers: SDK_HEADERS,
    hash: "9311ea0cb6e1a7bc7f0512012e0b5a694554b4482f1c031c7aee5025af7d6e0e",
    signature: "4f8a69acf0960e30b0e30b61b7d4f9e7122dc10f59bfde8a41af36bdc3dab276",
  },
  V3: {
    method: "POST",
    path: BACKUPS.replace("v1.0", "v2"),
    headers: { ...SDK_HEADERS, "x-security-token": "gQpjbi1ub3J0aC00ExampleToken==" },
    body: '{"remark":"nightly backup äöü","backup_format":"rdb"}',
    hash: "0cdce76b733d8d2379998bee26ed43438dcd8aeafb02f8436dfd7f7d79d9801e",
    signature: "104dd8fda981e7c3d8b5c6442fa0433c7a890a2d9135c31da3a3626975f95492",
  },
  V4: {
    method: "DELETE",
    path: `${BACKUPS}/${BACKUP}`,
    headers: { host: HOST, "x-sdk-date": DATE },
    hash: "ae66a02a734603e452d3763a4a6425b2b1465da3091b097c70d3764dac8a0083",
    signature: "3f8eb14589b412800b1653d209a3bd9e51eb40b6af7fcf861d72687f42b39fc9",
  },
  V5: {
    method: "GET",
    path: BACKUPS,
    query: "b=a%20b%2Bc&a=~x%2Fy%3Dz%26'()*!&empty=",
    headers: { host: "127.0.0.1:8443", "x-project-id": PROJECT, "x-sdk-date": DATE },
    hash: "afcfe969bbe7e6ebf351e2433c5c01740d104bfcb6f604a7fe7f574a8bd723d4",
    signature: "331396a1c5bfc375a10da77813958a558fc13a9c2cb7c4c0696ec13154c4b20e",
  },
  V6: {
    method: "GET",
    path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
    query: "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    headers: { ...JSON_TYPE, host: "service.region.example.com", "x-sdk-date": "20191115T033655Z" },
    secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
    hash: "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  },
};

const rows = Object.entries(VECTORS);

test.each(rows)("hashes the canonical request of vector %s as the vendor does", (_name, vector) => {
  expect(sha256(canonicalRequest(requestOf(vector), Object.keys(vector.headers).sort()))).toBe(vector.hash);
});

test.each(rows)("computes the signature of vector %s as the vendor does", (_name, vector) => {
  const signedHeaders = Object.keys(vector.headers).sort();
  const text = stringToSign(requestOf(vector), { signedHeaders, scope: null }, vector.headers["x-sdk-date"] ?? "");
  expect(signatureOf(text, vector.secretKey ?? SECRET_KEY)).toBe(vector.signature);
});

test("writes the canonical request of V1 line by line as documented", () => {
  const { V1 } = VECTORS;
  if (V1 === undefined) throw new Error("V1 is missing");
  expect(canonicalRequest(requestOf(V1), Object.keys(V1.headers).sort()).split("\n")).toEqual([
    "DELETE",
    `${BACKUPS}/${BACKUP}/`,
    "",
    "content-type:application/json",
    `host:${HOST}`,
    `x-project-id:${PROJECT}`,
    "x-sdk-date:20240115T103000Z",
    "",
    "content-type;host;x-project-id;x-sdk-date",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ]);
});

test.each([
  ["V2", "beginTime=20240101000000&endTime=20240131235959&limit=10&start=1"],
  ["V5", "a=~x%2Fy%3Dz%26%27%28%29%2A%21&b=a%20b%2Bc&empty="],
])("writes the canonical query of %s as documented", (name, expected) => {
  expect(canonicalQuery(VECTORS[name]?.query ?? "")).toBe(expected);
});

test("sorts one name's values, and by code unit", () => {
  expect(canonicalQuery("a=2&B=1&a=10&a")).toBe("B=1&a=&a=10&a=2");
});

test.each(rows.filter(([name]) => ["V1", "V2", "V4", "V5"].includes(name)))(
  "answers 200 to vector %s sent as a request",
  async (_name, { method, path, query, headers, signature }) => {
    const url = `https://${headers["host"] ?? ""}${path}${query === undefined ? "" : `?${query}`}`;
    const names = Object.keys(headers).sort().join(";");
    const authorization = `SDK-HMAC-SHA256 Access=${ACCESS_KEY}, SignedHeaders=${names}, Signature=${signature}`;
    const request = new Request(url, { method, headers: { ...headers, authorization } });
    expect((await vectorWorld().fetch(request)).status).toBe(200);
  },
);

function requestOf({ method, path, query = "", headers, body = "" }: Vector): SignedRequest {
  return { method, path, query, headers: new Map(Object.entries(headers)), body: new TextEncoder().encode(body) };
}

/** A world that knows the vectors' key, project, instance and backup, at the vectors' time. */
function vectorWorld() {
  const keys = { name: "vector", password: "unused", accessKey: ACCESS_KEY, secretKey: SECRET_KEY };
  return createSimulator({
    clock: { now: () => Date.parse("2024-01-15T10:30:00Z") },
    world: {
      projects: [{ id: PROJECT, name: "eu-de" }],
      users: [{ ...keys, projects: ["eu-de"] }],
      instances: [{ id: INSTANCE, name: "vector", backups: [{ id: BACKUP }] }],
    },
  });
}
