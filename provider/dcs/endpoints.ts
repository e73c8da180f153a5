/** Where a region's services are. */
export interface RegionEndpoints {
  /** Base URL of DCS, without a version. */
  readonly dcs: string;
  /** Base URL of IAM, with its version. */
  readonly iam: string;
}

/** A cloud that this package knows; its services are `<service>.<region>.<domain>`. */
interface Cloud {
  readonly name: string;
  readonly domain: string;
  readonly regions: readonly string[];
  /** The host of IAM, where it leaves the pattern. */
  readonly iam?: string;
}

/**
 * The regions with DCS; docs/credentials.md is made from this table. Open Telekom Cloud: its page "Regions and Endpoints"; the
 * DCS host of eu-ch2 follows the pattern of the other services there, and no page names it. Huawei Cloud: as its SDKs list
 * them. The others: by the pattern of those clouds' Terraform providers.
 */
export const CLOUDS: readonly Cloud[] = [
  { name: "Open Telekom Cloud", domain: "otc.t-systems.com", regions: ["eu-de", "eu-nl"] },
  { name: "Swiss Open Telekom Cloud", domain: "sc.otc.t-systems.com", regions: ["eu-ch2"], iam: "iam-pub" },
  {
    name: "Huawei Cloud",
    domain: "myhuaweicloud.com",
    regions: [
      ...["ae-ad-1", "af-south-1"],
      ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5"],
      ...["cn-east-2", "cn-east-3", "cn-east-4", "cn-east-5"],
      ...["cn-north-1", "cn-north-2", "cn-north-4", "cn-north-9", "cn-north-12"],
      ...["cn-south-1", "cn-south-2", "cn-southwest-2"],
      ...["la-north-2", "la-south-2", "me-east-1", "my-kualalumpur-1", "na-mexico-1"],
      ...["ru-northwest-2", "sa-brazil-1", "tr-west-1"],
    ],
  },
  { name: "Huawei Cloud EU", domain: "myhuaweicloud.eu", regions: ["eu-west-101"] },
  { name: "Flexible Engine", domain: "prod-cloud-ocb.orange-business.com", regions: ["eu-west-0"] },
  { name: "Cloud.ru", domain: "hc.sbercloud.ru", regions: ["ru-moscow-1"] },
];

/**
 * The endpoints of a region; nothing for a region that no table names: then the user has to give them.
 *
 * @param domain Of a cloud that no table names: its services are `<service>.<region>.<domain>`.
 */
export function endpointsOf(region: string, domain?: string): RegionEndpoints | undefined {
  const cloud = CLOUDS.find(({ regions }) => regions.includes(region));
  const at = cloud?.domain ?? domain;
  if (at === undefined) return undefined;
  return { dcs: `https://dcs.${region}.${at}`, iam: `https://${cloud?.iam ?? "iam"}.${region}.${at}/v3` };
}
