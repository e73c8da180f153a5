import { findPlace } from "../../provider/identity/place";
import { stackConfiguration, wholeEnvironment } from "../../provider/identity/sources";
import type { PlaceArguments } from "../../provider/dcs/connection";
import { surroundingsOf } from "../support/surroundings";

const found = (args: PlaceArguments, config: Record<string, string> = {}, environment: Record<string, string> = {}) => {
  const surroundings = surroundingsOf({ config, environment });
  return findPlace(args, [stackConfiguration(surroundings), wholeEnvironment(surroundings)]);
};

test("per value the argument wins, then the configuration, then the environment", () => {
  const config = { "dcs:region": "eu-nl", "dcs:projectId": "from-config" };
  const environment = { OS_REGION_NAME: "eu-ch2", OS_PROJECT_ID: "from-os", HW_PROJECT_ID: "from-hw" };
  expect(found({ region: "eu-de" }, config, environment)).toMatchObject({
    region: { value: "eu-de", from: "the argument region" },
    projectId: { value: "from-config", from: "dcs:projectId of the stack's configuration" },
    endpoint: { value: "https://dcs.eu-de.otc.t-systems.com", from: "the region" },
    authUrl: { value: "https://iam.eu-de.otc.t-systems.com/v3", from: "the region" },
  });
  expect(found({}, {}, environment)).toMatchObject({
    region: { value: "eu-ch2", from: "OS_REGION_NAME of the environment" },
    projectId: { value: "from-os", from: "OS_PROJECT_ID of the environment" },
    endpoint: { value: "https://dcs.eu-ch2.sc.otc.t-systems.com" },
    authUrl: { value: "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3" },
  });
});

test("the first source that says which project says it, be it by ID or by name", () => {
  const config = { "dcs:region": "eu-de", "dcs:projectName": "eu-de_shop" };
  expect(found({}, config, { OS_PROJECT_ID: "from-os" })).toMatchObject({
    projectId: undefined,
    projectName: { value: "eu-de_shop" },
  });
  expect(found({ projectId: "given" }, config).projectId).toMatchObject({ value: "given" });
});

test("a region of Huawei Cloud has its endpoints by pattern", () => {
  expect(found({ region: "ap-southeast-3" })).toMatchObject({
    endpoint: { value: "https://dcs.ap-southeast-3.myhuaweicloud.com" },
    authUrl: { value: "https://iam.ap-southeast-3.myhuaweicloud.com/v3" },
  });
});

test("an endpoint loses its slash, and may have a path", () => {
  expect(found({ region: "eu-de", endpoint: "https://proxy.example/dcs/" })).toMatchObject({
    endpoint: { value: "https://proxy.example/dcs" },
  });
});

describe("what is missing or wrong is told in a sentence", () => {
  test.each([
    [{}, {}, "The region is not known. Give the argument region,"],
    [{ region: "mars-1" }, {}, 'The endpoint of DCS in region "mars-1" (the argument region) is not known.'],
    [
      { region: "eu-de" },
      { "dcs:endpoint": "localhost:8080" },
      "The endpoint from dcs:endpoint of the stack's configuration is not a base URL.",
    ],
    [
      { region: "eu-de" },
      { "dcs:authUrl": "ftp://x" },
      "The authUrl from dcs:authUrl of the stack's configuration is not a base URL.",
    ],
    [
      { region: "eu-de", endpoint: "https://host/a%zz" },
      {},
      "The endpoint from the argument endpoint is not a base URL.",
    ],
    [
      { region: "eu-de", endpoint: "https://user:pw@host" },
      {},
      "The endpoint from the argument endpoint is not a base URL.",
    ],
  ])("%j %j", (args, config, sentence) => {
    expect(() => found(args, config)).toThrow(sentence);
  });
});
