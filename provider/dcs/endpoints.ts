/** Where a region's services are. */
export interface RegionEndpoints {
  /** Base URL of DCS, without a version. */
  readonly dcs: string;
  /** Base URL of IAM, with its version. */
  readonly iam: string;
}

/**
 * Regions that name their cloud. Open Telekom Cloud: its page "Regions and Endpoints"; the DCS host of eu-ch2 follows the
 * pattern of the other services there, and no page names it. The others: by the pattern of those clouds' Terraform providers.
 */
const REGIONS: Readonly<Record<string, string>> = {
  "eu-de": "otc.t-systems.com",
  "eu-nl": "otc.t-systems.com",
  "eu-ch2": "sc.otc.t-systems.com",
  "eu-west-101": "myhuaweicloud.eu",
  "eu-west-0": "prod-cloud-ocb.orange-business.com",
  "ru-moscow-1": "hc.sbercloud.ru",
};

/** Hosts that leave the pattern. */
const IAM_HOSTS: Readonly<Record<string, string>> = { "eu-ch2": "iam-pub" };

/** Huawei Cloud's regions with DCS, as its SDKs list them. */
const HUAWEI_CLOUD =
  /^(af-south-1|ap-southeast-[1-5]|cn-(east-[2-5]|north-([1249]|12)|south-[12]|southwest-2)|la-(north|south)-2|na-mexico-1|sa-brazil-1|me-east-1|tr-west-1|ru-northwest-2|ae-ad-1|my-kualalumpur-1)$/;

/**
 * The endpoints of a region; nothing for a region that no table names: then the user has to give them.
 *
 * @param domain Of a cloud that no table names: its services are `<service>.<region>.<domain>`.
 */
export function endpointsOf(region: string, domain?: string): RegionEndpoints | undefined {
  const at = REGIONS[region] ?? (HUAWEI_CLOUD.test(region) ? "myhuaweicloud.com" : domain);
  if (at === undefined) return undefined;
  return { dcs: `https://dcs.${region}.${at}`, iam: `https://${IAM_HOSTS[region] ?? "iam"}.${region}.${at}/v3` };
}
