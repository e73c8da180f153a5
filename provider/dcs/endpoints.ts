/** Where a region's services are. */
export interface RegionEndpoints {
  /** Base URL of DCS, without a version. */
  readonly dcs: string;
  /** Base URL of IAM, with its version. */
  readonly iam: string;
}

/**
 * Open Telekom Cloud's regions: its page "Regions and Endpoints". The DCS host of eu-ch2 follows the pattern of the other
 * services there; no page names it.
 */
const OPEN_TELEKOM_CLOUD: Readonly<Record<string, RegionEndpoints>> = {
  "eu-de": { dcs: "https://dcs.eu-de.otc.t-systems.com", iam: "https://iam.eu-de.otc.t-systems.com/v3" },
  "eu-nl": { dcs: "https://dcs.eu-nl.otc.t-systems.com", iam: "https://iam.eu-nl.otc.t-systems.com/v3" },
  "eu-ch2": {
    dcs: "https://dcs.eu-ch2.sc.otc.t-systems.com",
    iam: "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3",
  },
};

/** Huawei Cloud's regions with DCS, as its SDKs list them. */
const HUAWEI_CLOUD =
  /^(af-south-1|ap-southeast-[1-5]|cn-(east-[2-5]|north-([1249]|12)|south-[12]|southwest-2)|la-(north|south)-2|na-mexico-1|sa-brazil-1|me-east-1|tr-west-1|ru-northwest-2|ae-ad-1|my-kualalumpur-1)$/;

/** The endpoints of a region; nothing for a region that no table names: then the user has to give them. */
export function endpointsOf(region: string): RegionEndpoints | undefined {
  if (HUAWEI_CLOUD.test(region)) {
    return { dcs: `https://dcs.${region}.myhuaweicloud.com`, iam: `https://iam.${region}.myhuaweicloud.com/v3` };
  }
  return OPEN_TELEKOM_CLOUD[region];
}
