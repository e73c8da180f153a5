import { findPlace } from "../../provider/identity/place";
import type { PlaceArguments } from "../../provider/dcs/connection";

const found = (args: PlaceArguments, config: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  findPlace(args, { config: (key) => config[key], environment });

test("per value the argument wins, then the configuration, then the environment", () => {
  const config = { "dcs:region": "eu-nl", "dcs:projectId": "from-config" };
  const environment = { OS_REGION_NAME: "eu-ch2", OS_PROJECT_ID: "from-os", HW_PROJECT_ID: "from-hw" };
  expect(found({ region: "eu-de" }, config, environment)).toMatchObject({
    region: "eu-de",
    projectId: { value: "from-config", from: "dcs:projectId of the stack's configuration" },
    endpoint: "https://dcs.eu-de.otc.t-systems.com",
    authUrl: "https://iam.eu-de.otc.t-systems.com/v3",
  });
  expect(found({}, {}, environment)).toMatchObject({
    region: "eu-ch2",
    projectId: { value: "from-os", from: "OS_PROJECT_ID of the environment" },
    endpoint: "https://dcs.eu-ch2.sc.otc.t-systems.com",
  });
});

test("a region of Huawei Cloud has its endpoints by pattern", () => {
  expect(found({ region: "ap-southeast-3" })).toMatchObject({
    endpoint: "https://dcs.ap-southeast-3.myhuaweicloud.com",
    authUrl: "https://iam.ap-southeast-3.myhuaweicloud.com/v3",
  });
});

test("an endpoint loses its slash, and may have a path", () => {
  expect(found({ region: "eu-de", endpoint: "https://proxy.example/dcs/" })).toMatchObject({
    endpoint: "https://proxy.example/dcs",
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
      { region: "eu-de", endpoint: "https://user:pw@host" },
      {},
      "The endpoint from the argument endpoint is not a base URL.",
    ],
  ])("%j %j", (args, config, sentence) => {
    expect(() => found(args, config)).toThrow(sentence);
  });
});
