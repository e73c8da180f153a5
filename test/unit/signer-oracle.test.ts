import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner";
import fc from "fast-check";
import { authorization } from "../../provider/identity/signer";

// The vendor's own signer is asked what it makes of the same request. It sorts a query before it encodes it, and escapes
// what is escaped already: names and paths are therefore as DCS and IAM have them, while values are anything.

const plain = fc.stringMatching(/^[A-Za-z0-9_.-]{1,24}$/);
const anything = fc.string({ unit: "grapheme", maxLength: 40 });
const segment = fc.stringMatching(/^[A-Za-z0-9_~:@$,+!*()=-]{1,40}$/);
const header = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/);

const requests = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  host: fc.constantFrom("dcs.eu-de.otc.t-systems.com", "iam.eu-de.otc.t-systems.com:443", "127.0.0.1:8443"),
  path: fc.array(segment, { maxLength: 7 }),
  query: fc.dictionary(plain, fc.oneof(anything, fc.uniqueArray(plain, { minLength: 1, maxLength: 4 })), {
    maxKeys: 6,
  }),
  headers: fc.dictionary(fc.stringMatching(/^x-[a-z][a-z0-9-]{0,20}[a-z0-9]$/), header, { maxKeys: 4 }),
  isJson: fc.boolean(),
  body: fc.option(fc.dictionary(plain, fc.jsonValue(), { minKeys: 1, maxKeys: 4 }), { nil: undefined }),
  at: fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
  keys: fc.record({ accessKey: fc.stringMatching(/^[A-Z0-9]{20}$/), secretKey: fc.stringMatching(/^[!-~]{40}$/) }),
});

test("a thousand random requests get the very signature that the vendor's own package gives them", () => {
  let compared = 0;
  fc.assert(
    fc.property(requests, ({ method, host, path, query, headers, isJson, body, at, keys }) => {
      const date = at.toISOString().replace(/[-:]|\.\d+/g, "");
      const url = new URL(`https://${host}/${path.join("/")}`);
      const given = { ...headers, host, ...(isJson ? { "content-type": "application/json" } : {}) };
      const vendor = AKSKSigner.sign(
        {
          method,
          endpoint: `https://${host}/${path.join("/")}`,
          queryParams: structuredClone(query),
          headers: { ...given, "X-Sdk-Date": date },
          data: body,
        },
        {
          getAk: () => keys.accessKey,
          getSk: () => keys.secretKey,
          processAuthRequest: (_client, request) => Promise.resolve(request),
          processAuthParams: () => Promise.reject(new Error("not asked here")),
        },
      ) as Record<string, string>; // untyped there
      for (const [name, values] of Object.entries(query)) {
        for (const value of [values].flat()) url.searchParams.append(name, value);
      }
      const parts = { method, url, headers: { ...given, "x-sdk-date": date }, body: body ? JSON.stringify(body) : "" };
      expect(authorization(keys, parts, date)).toBe(vendor["Authorization"]);
      compared += 1;
    }),
    { numRuns: 1_000, seed: 20_261_124 },
  );
  expect(compared).toBeGreaterThanOrEqual(1_000);
});
