import { canonicalQuery, canonicalRequest, sha256 } from "../../provider/identity/canonical";
import { authorization, sdkDate } from "../../provider/identity/signer";
import { VECTORS } from "./signer-vectors";

describe("the signer gives the signatures that the vendor's own signer gives", () => {
  test.each(VECTORS)("$name", ({ keys, date, parts, canonicalHash, signature, signed }) => {
    expect(sha256(canonicalRequest(parts))).toBe(canonicalHash);
    expect(authorization(keys, parts, date)).toBe(
      `SDK-HMAC-SHA256 Access=${keys.accessKey}, SignedHeaders=${signed}, Signature=${signature}`,
    );
  });
});

test("the canonical request of V1 is the documented one, line by line", () => {
  const [v1] = VECTORS;
  expect(v1 && canonicalRequest(v1.parts).split("\n")).toEqual([
    "DELETE",
    "/v1.0/885cacf2d49d4bb6931ae668e9c07553/instances/e016385d-b9fa-4bf0-9f38-9379f4a5293f/backups/75509c85-50a6-4525-ad56-a1bb62e84570/",
    "",
    "content-type:application/json",
    "host:dcs.eu-de.otc.t-systems.com",
    "x-project-id:885cacf2d49d4bb6931ae668e9c07553",
    "x-sdk-date:20240115T103000Z",
    "",
    "content-type;host;x-project-id;x-sdk-date",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ]);
});

test("query names are sorted, then values, after encoding", () => {
  const query = new URLSearchParams([
    ["beginTime", "2"],
    ["beginTime", "1"],
    ["b", "a b+c"],
    ["a", "~x/y=z&'()*!"],
    ["empty", ""],
  ]);
  expect(canonicalQuery(query)).toBe("a=~x%2Fy%3Dz%26%27%28%29%2A%21&b=a%20b%2Bc&beginTime=1&beginTime=2&empty=");
});

test("the date of a signature is UTC without separators and without milliseconds", () => {
  expect(sdkDate(Date.parse("2024-01-15T10:30:00.999Z"))).toBe("20240115T103000Z");
});
