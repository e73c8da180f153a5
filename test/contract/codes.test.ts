import { API_VERSIONS, type ApiVersion } from "../../provider/dcs/api-versions";
import { KNOWN_CODES } from "../../provider/dcs/codes";
import { ERROR_CODES } from "../../provider/error-codes";
import type { DcsError } from "../../provider/errors";
import { DCS_CODES, GATEWAY_CODES, SEEN_CODES } from "../../simulator/index";
import { failureOf, story } from "../support/story";

/** Rows that the fact sheet marks as worth a retry: a busy instance, or a passing failure. Written out, not taken from our table. */
const REPEATED = new Set(
  "4017 4026 4049 4069 4096 4097 4099 4101 4104 4108 4111 4113 4114 4115 4116 4117 4118 4120 4121 4231 4975 5000 5006 5017 5024 5053 5054 5071 5077 5078 5079 5095"
    .split(" ")
    .map((number) => `DCS.${number}`),
);

/** Gateway codes whose every status is worth a retry. */
const GATEWAY_REPEATED = new Set(["0308", "0601", "0613"]);

/** Of the gateway's codes, those of which our table needs no row. */
const SAYING_NO_MORE_THAN_THEIR_STATUS = ["0106", "0201"].flatMap((number) => [`APIG.${number}`, `APIGW.${number}`]);

/** The twin of DCS.4031 that no page lists; the simulator gives it for a backup that is gone (dcs-meanings.ts). */
const TWIN_BY_MAPPING_ONLY = "111400031";

/** A list of backups that meets this answer once, then is answered. */
async function listing(apiVersion: ApiVersion, answer: { code: string; status?: number }) {
  const { simulator, clock, requests, connect, instanceId } = story({ pace: 0 });
  const { client } = await clock.run(connect({ apiVersion }));
  simulator.fault({ match: { method: "GET" }, then: { answer } });
  const options = { clock, deadline: clock.now() + 3_600_000, signal: new AbortController().signal };
  return { done: clock.run(client.listBackups(instanceId, options)), requests };
}

async function expectRefusal(apiVersion: ApiVersion, answer: { code: string; status?: number }) {
  const { done, requests } = await listing(apiVersion, answer);
  const failure = (await failureOf(done)) as unknown as DcsError; // every failure of a call is one
  expect(Object.keys(ERROR_CODES)).toContain(failure.code);
  expect(failure.message).toContain(answer.code);
  expect(failure.message).not.toContain("undefined");
  expect(requests()).toHaveLength(1);
}

async function expectRepeat(apiVersion: ApiVersion, answer: { code: string; status?: number }) {
  const { done, requests } = await listing(apiVersion, answer);
  expect((await done).rows).toEqual([]);
  expect(requests()).toHaveLength(2);
}

describe.each(API_VERSIONS)("what %s makes of each code", (apiVersion) => {
  const dcs = [...DCS_CODES, ...SEEN_CODES].map(({ v1, v2 }) => ({
    code: apiVersion === "v1.0" ? (v1 ?? v2) : v2,
    v2,
  }));

  test.each(dcs.filter(({ v2 }) => REPEATED.has(v2)))("$code is worth a retry, since REPEATED names it", ({ code }) =>
    expectRepeat(apiVersion, { code }),
  );

  test.each(dcs.filter(({ v2 }) => !REPEATED.has(v2)))("$code is final, since REPEATED does not name it", ({ code }) =>
    expectRefusal(apiVersion, { code }),
  );

  const gateway = GATEWAY_CODES.flatMap(({ statuses, apig, apigw }) =>
    [apig, apigw].flatMap((code) => statuses.map((status) => ({ code, status }))),
  );
  const isRepeated = ({ code, status }: { code: string; status: number }) =>
    GATEWAY_REPEATED.has(code.split(".")[1] ?? "") || [502, 504].includes(status);

  test.each(gateway.filter(isRepeated))("$code with $status is worth a retry", (answer) =>
    expectRepeat(apiVersion, answer),
  );

  test.each(gateway.filter((answer) => !isRepeated(answer)))("$code with $status is final", (answer) =>
    expectRefusal(apiVersion, answer),
  );
});

test("the package (dcs/codes.ts) and the simulator (answers/dcs-codes.ts, seen-codes.ts, gateway-codes.ts) know the same codes", () => {
  const simulated = new Set(
    [
      ...[...DCS_CODES, ...SEEN_CODES].flatMap(({ v1, v2 }) => [v1 ?? "", v2]),
      ...GATEWAY_CODES.flatMap(({ apig, apigw }) => [apig, apigw]),
    ].filter(Boolean),
  );
  const known = new Set([...KNOWN_CODES, ...SAYING_NO_MORE_THAN_THEIR_STATUS]);
  expect({
    lackingInThePackage: [...simulated].filter((code) => !known.has(code)),
    lackingInTheSimulator: [...known].filter((code) => !simulated.has(code) && code !== TWIN_BY_MAPPING_ONLY),
  }).toEqual({ lackingInThePackage: [], lackingInTheSimulator: [] });
});

test("every code that the fact sheet marks as worth a retry was among them", () => {
  const known = [...DCS_CODES, ...SEEN_CODES].map(({ v2 }) => v2);
  expect([...REPEATED].filter((code) => !known.includes(code))).toEqual([]);
});
