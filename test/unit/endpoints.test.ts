import { CLOUDS } from "../../provider/dcs/endpoints";
import { planned } from "../support/planned";
import type { Given } from "../support/surroundings";

const KEYS = { "dcs:accessKey": "AK", "dcs:secretKey": "SK" };

/** A region of each cloud, and the endpoints that its documents give. */
const EACH_CLOUD = [
  ["eu-de", "https://dcs.eu-de.otc.t-systems.com", "https://iam.eu-de.otc.t-systems.com/v3"],
  ["eu-ch2", "https://dcs.eu-ch2.sc.otc.t-systems.com", "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3"],
  ["la-south-2", "https://dcs.la-south-2.myhuaweicloud.com", "https://iam.la-south-2.myhuaweicloud.com/v3"],
  ["eu-west-101", "https://dcs.eu-west-101.myhuaweicloud.eu", "https://iam.eu-west-101.myhuaweicloud.eu/v3"],
  [
    "eu-west-0",
    "https://dcs.eu-west-0.prod-cloud-ocb.orange-business.com",
    "https://iam.eu-west-0.prod-cloud-ocb.orange-business.com/v3",
  ],
  ["ru-moscow-1", "https://dcs.ru-moscow-1.hc.sbercloud.ru", "https://iam.ru-moscow-1.hc.sbercloud.ru/v3"],
] as const;

describe("endpoints", () => {
  const at = (region: string, given: Given = {}) => {
    const { endpoint, iam } = planned({ ...given, config: { ...KEYS, "dcs:region": region } });
    return [endpoint, iam];
  };

  test.each(EACH_CLOUD)("of %s", (region, dcs, iam) => {
    expect(at(region)).toEqual([dcs, iam]);
  });

  test("of every cloud of the table are tried above, and no region is in two clouds", () => {
    const tried = EACH_CLOUD.map(([region]) => region);
    expect(CLOUDS.filter(({ regions }) => !tried.some((region) => regions.includes(region)))).toEqual([]);
    const regions = CLOUDS.flatMap((cloud) => cloud.regions);
    expect(regions.filter((region, index) => regions.indexOf(region) !== index)).toEqual([]);
  });

  test("of a private cloud follow from its domain", () => {
    expect(at("here-1", { environment: { HW_CLOUD: "cloud.example.com" } })).toEqual([
      "https://dcs.here-1.cloud.example.com",
      "https://iam.here-1.cloud.example.com/v3",
    ]);
  });

  test("Huawei's own overrides count before the table, and ours before them", () => {
    const regions = "Dcs:\n  - id: eu-de\n    endpoints: [https://dcs.file.example.com, https://second]\n";
    const files = { "/home/me/.huaweicloud/regions.yaml": regions };
    const sdk = { HUAWEICLOUD_SDK_REGION_DCS_EU_DE: "https://dcs.sdk.example.com,https://second.example.com" };
    const iam = { HUAWEICLOUD_SDK_REGION_IAM_EU_DE: "https://iam.sdk.example.com" };
    const ours = { OS_DCS_ENDPOINT_OVERRIDE: "https://dcs.ours.example.com" };
    expect(at("eu-de", { files })[0]).toBe("https://dcs.file.example.com");
    expect(at("eu-de", { files, environment: { ...sdk, ...iam } })).toEqual([
      "https://dcs.sdk.example.com",
      "https://iam.sdk.example.com/v3",
    ]);
    expect(at("eu-de", { files, environment: { ...sdk, ...ours } })[0]).toBe("https://dcs.ours.example.com");
  });

  test("what the environment tells an SDK counts before an entry of clouds.yaml, and regions.yaml after it", () => {
    const cloud = { region_name: "eu-de", dcs_endpoint_override: "https://dcs.cloud.example.com" };
    const files = {
      "/home/me/.huaweicloud/regions.yaml": "DCS: [{ id: eu-de, endpoint: 'https://dcs.file.example.com' }]\n",
      "/here/clouds.yaml": JSON.stringify({ clouds: { mine: { ...cloud, auth: { ak: "AK", sk: "SK" } } } }),
    };
    const sdk = { HUAWEICLOUD_SDK_REGION_DCS_EU_DE: "https://dcs.sdk.example.com" };
    const named = { OS_CLOUD: "mine" };
    expect(planned({ files, environment: named }).endpoint).toBe("https://dcs.cloud.example.com");
    expect(planned({ files, environment: { ...named, ...sdk } }).endpoint).toBe("https://dcs.sdk.example.com");
  });

  test("who names a cloud gets its endpoints from that entry and the table, and not from an SDK's settings", () => {
    const entry = { region_name: "eu-de", auth: { ak: "AK", sk: "SK" } };
    const files = {
      "/home/me/.huaweicloud/regions.yaml": "DCS: [{ id: eu-de, endpoint: 'https://dcs.file.example.com' }]\n",
      "/here/clouds.yaml": JSON.stringify({ clouds: { mine: entry } }),
    };
    const environment = { HUAWEICLOUD_SDK_REGION_IAM_EU_DE: "https://iam.sdk.example.com" };
    const { endpoint, iam } = planned({ files, environment }, { cloud: "mine" });
    expect([endpoint, iam]).toEqual(["https://dcs.eu-de.otc.t-systems.com", "https://iam.eu-de.otc.t-systems.com/v3"]);
  });
});
