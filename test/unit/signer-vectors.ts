import type { SignedParts } from "../../provider/identity/canonical";
import type { AccessKeys } from "../../provider/identity/signer";

interface Vector {
  readonly name: string;
  readonly keys: AccessKeys;
  readonly date: string;
  readonly parts: SignedParts;
  readonly signed: string;
  readonly canonicalHash: string;
  readonly signature: string;
}

const keys = { accessKey: "AKIDEXAMPLE00000TEST", secretKey: "SKEXAMPLE0000000000000000000000000000000" };
const date = "20240115T103000Z";
const project = "885cacf2d49d4bb6931ae668e9c07553";
const instance = "e016385d-b9fa-4bf0-9f38-9379f4a5293f";
const backup = "75509c85-50a6-4525-ad56-a1bb62e84570";
const host = "dcs.eu-de.otc.t-systems.com";
const v1 = `https://${host}/v1.0/${project}/instances/${instance}/backups`;
const common = { "content-type": "application/json", host, "x-project-id": project, "x-sdk-date": date };
const allSigned = "content-type;host;x-project-id;x-sdk-date";

/**
 * Signatures made by the signer of the vendor's npm package (`@huaweicloud/huaweicloud-sdk-core` 3.1.211), and one (V6) that
 * is the worked example of the API Request Signing Guide, with its published sample keys.
 */
export const VECTORS: readonly Vector[] = [
  {
    name: "V1, a delete",
    keys,
    date,
    parts: { method: "DELETE", url: new URL(`${v1}/${backup}`), headers: common, body: "" },
    signed: allSigned,
    canonicalHash: "9b301420d0ae6fd7a8fa9e42fd5a8823d17b3f4535d232a8c3d458af0ab15029",
    signature: "ff8b8a63667dc7f2573fe5a0b41a48a2ad1be893c13545d013f34eceba947303",
  },
  {
    name: "V2, a list with a query",
    keys,
    date,
    parts: {
      method: "GET",
      url: new URL(`${v1}?start=1&limit=10&beginTime=20240101000000&endTime=20240131235959`),
      headers: common,
      body: "",
    },
    signed: allSigned,
    canonicalHash: "9311ea0cb6e1a7bc7f0512012e0b5a694554b4482f1c031c7aee5025af7d6e0e",
    signature: "4f8a69acf0960e30b0e30b61b7d4f9e7122dc10f59bfde8a41af36bdc3dab276",
  },
  {
    name: "V3, a create with a body beyond ASCII and a security token",
    keys,
    date,
    parts: {
      method: "POST",
      url: new URL(`https://${host}/v2/${project}/instances/${instance}/backups`),
      headers: { ...common, "X-Security-Token": "gQpjbi1ub3J0aC00ExampleToken==" },
      body: '{"remark":"nightly backup äöü","backup_format":"rdb"}',
    },
    signed: `${allSigned};x-security-token`,
    canonicalHash: "0cdce76b733d8d2379998bee26ed43438dcd8aeafb02f8436dfd7f7d79d9801e",
    signature: "104dd8fda981e7c3d8b5c6442fa0433c7a890a2d9135c31da3a3626975f95492",
  },
  {
    name: "V4, two headers only",
    keys,
    date,
    parts: {
      method: "DELETE",
      url: new URL(`${v1}/${backup}`),
      headers: { host, "x-sdk-date": date },
      body: "",
    },
    signed: "host;x-sdk-date",
    canonicalHash: "ae66a02a734603e452d3763a4a6425b2b1465da3091b097c70d3764dac8a0083",
    signature: "3f8eb14589b412800b1653d209a3bd9e51eb40b6af7fcf861d72687f42b39fc9",
  },
  {
    name: "V5, a port and a query that needs encoding",
    keys,
    date,
    parts: {
      method: "GET",
      url: new URL(
        `http://127.0.0.1:8443/v1.0/${project}/instances/${instance}/backups?b=a%20b%2Bc&a=~x%2Fy%3Dz%26%27()*!&empty=`,
      ),
      headers: { host: "127.0.0.1:8443", "x-project-id": project, "x-sdk-date": date },
      body: "",
    },
    signed: "host;x-project-id;x-sdk-date",
    canonicalHash: "afcfe969bbe7e6ebf351e2433c5c01740d104bfcb6f604a7fe7f574a8bd723d4",
    signature: "331396a1c5bfc375a10da77813958a558fc13a9c2cb7c4c0696ec13154c4b20e",
  },
  {
    name: "V6, the guide's own example",
    keys: { accessKey: "QTWAOYTTINDUT2QVKYUC", secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" },
    date: "20191115T033655Z",
    parts: {
      method: "GET",
      url: new URL(
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
      ),
      headers: {
        "content-type": "application/json",
        host: "service.region.example.com",
        "x-sdk-date": "20191115T033655Z",
      },
      body: "",
    },
    signed: "content-type;host;x-sdk-date",
    canonicalHash: "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  },
];
