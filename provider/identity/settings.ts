/** The families of environment variables, in the order in which they count; a set of credentials comes from one of them. */
export const FAMILIES = {
  /** OpenStack's and Open Telekom Cloud's tools. */
  os: "OS_*",
  /** Huawei Cloud's provider for Terraform. */
  hw: "HW_*",
  /** Huawei Cloud's SDKs. */
  sdk: "HUAWEICLOUD_SDK_*",
} as const;

export type Family = keyof typeof FAMILIES;

/** The first of a family's variables that is set wins. */
type FamilyNames = Readonly<Partial<Record<Family, readonly string[]>>>;

/** The names under which one setting may be given, per kind of source; `docs/credentials.md` is made from these tables. */
export interface SettingNames extends FamilyNames {
  /** What it is, for the table of the documentation. */
  readonly what: string;
  /** Key of the stack's configuration, without `dcs:`. */
  readonly config?: string;
  /** Places in an entry of clouds.yaml, such as `auth.username`. */
  readonly cloud?: readonly string[];
  /** Keys of the section `[basic]` of Huawei's credentials file. */
  readonly profile?: readonly string[];
  /** Places in Huawei's regions.yaml, such as `DCS eu-de`. */
  readonly regions?: readonly string[];
  /** What counts where it is given nowhere, for the documentation; nothing does where this is absent. */
  readonly otherwise?: string;
  /** Its value is never shown. */
  readonly secret?: true;
  /** Blanks at its ends belong to it. */
  readonly exact?: true;
}

/** All variables that may give a setting, in the order in which they count. */
export function variablesOf(setting: SettingNames): readonly string[] {
  return (Object.keys(FAMILIES) as Family[]).flatMap((family) => setting[family] ?? []); // a constant's keys
}

/** Settings by their names in the code. */
export type Settings = Readonly<Record<string, SettingNames>>;

/** Where to work; each value is looked up by itself. */
export const WHERE = {
  region: {
    what: "region",
    config: "region",
    os: ["OS_REGION_NAME", "OS_REGION"],
    hw: ["HW_REGION_NAME"],
    cloud: ["region_name", "regions.0.name", "regions.0"],
    otherwise: "the one that the project's name begins with",
  },
  projectId: {
    what: "ID of the project",
    config: "projectId",
    os: ["OS_PROJECT_ID", "OS_TENANT_ID"],
    hw: ["HW_PROJECT_ID"],
    sdk: ["HUAWEICLOUD_SDK_PROJECT_ID"],
    cloud: ["auth.project_id", "auth.tenant_id", "project_id"],
    profile: ["project_id"],
    otherwise: "that of the project with the name",
  },
  projectName: {
    what: "name of the project",
    config: "projectName",
    os: ["OS_PROJECT_NAME", "OS_TENANT_NAME"],
    hw: ["HW_PROJECT_NAME"],
    cloud: ["auth.project_name", "auth.tenant_name", "project_name"],
    otherwise: "the region's name",
  },
  endpoint: {
    what: "base URL of DCS",
    config: "endpoint",
    os: ["OS_DCS_ENDPOINT_OVERRIDE"],
    cloud: ["dcs_endpoint_override"],
    otherwise: "follows from the region",
  },
  apiVersion: {
    what: "version of DCS's API",
    config: "apiVersion",
    os: ["OS_DCS_API_VERSION"],
    cloud: ["dcs_api_version"],
    otherwise: "`v1.0`",
  },
  authUrl: {
    what: "URL of IAM",
    config: "authUrl",
    os: ["OS_AUTH_URL"],
    hw: ["HW_AUTH_URL"],
    sdk: ["HUAWEICLOUD_SDK_IAM_ENDPOINT"],
    cloud: ["auth.auth_url", "auth_url"],
    profile: ["iam_endpoint"],
    otherwise: "follows from the region",
  },
  domain: {
    what: "domain of the endpoints of a cloud that this package does not know, such as `example.com`",
    config: "endpointDomain",
    hw: ["HW_CLOUD"],
  },
} as const satisfies Settings;

/** How the services are reached. */
export const REACH = {
  caCert: {
    what: "file of the CA certificates to trust (PEM)",
    config: "caCert",
    os: ["OS_CACERT"],
    cloud: ["cacert"],
    otherwise: "those that Node.js trusts",
  },
  clientCert: {
    what: "file of the client certificate (PEM)",
    config: "clientCert",
    os: ["OS_CERT"],
    cloud: ["cert"],
  },
  clientKey: {
    what: "file of its key (PEM)",
    config: "clientKey",
    os: ["OS_KEY"],
    cloud: ["key"],
  },
  insecure: {
    what: "`true` to trust any certificate; warned of on each run",
    config: "insecure",
    os: ["OS_INSECURE"],
    hw: ["HW_INSECURE"],
    cloud: ["insecure"],
    otherwise: "`false`",
  },
  verify: { what: "`false` for the same, in clouds.yaml", cloud: ["verify"] },
} as const satisfies Settings;

/** Which files and entries are read. */
export const CHOICE = {
  cloud: { what: "entry of clouds.yaml", config: "cloud", os: ["OS_CLOUD"], otherwise: "the only one" },
  cloudsFile: { what: "file instead of clouds.yaml", os: ["OS_CLIENT_CONFIG_FILE"] },
  secureFile: { what: "file instead of secure.yaml", os: ["OS_CLIENT_SECURE_FILE"] },
  vendorFile: { what: "file instead of clouds-public.yaml", os: ["OS_CLIENT_VENDOR_FILE"] },
  credentialsFile: {
    what: "file instead of `~/.huaweicloud/credentials`",
    sdk: ["HUAWEICLOUD_SDK_CREDENTIALS_FILE"],
  },
  regionsFile: { what: "file instead of `~/.huaweicloud/regions.yaml`", sdk: ["HUAWEICLOUD_SDK_REGIONS_FILE"] },
} as const satisfies Settings;
