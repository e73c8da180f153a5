import type { Given } from "../../support/surroundings";
import { mistake, type Mistake, SECRET } from "./mistake";

export const CLOUDS = "/home/me/.config/openstack/clouds.yaml";
const CREDENTIALS = "/home/me/.huaweicloud/credentials";

/** An entry of clouds.yaml. */
export const cloud = (entry: string, more: Partial<Given> = {}): Given => ({
  files: { [CLOUDS]: `clouds:\n  otc:\n${entry.replace(/^/gm, "    ")}\n` },
  ...more,
});

const huawei = (text: string): Given => ({ files: { [CREDENTIALS]: text } });

export const IN_FILES: readonly Mistake[] = [
  mistake(
    "an argument that names no cloud of clouds.yaml",
    cloud("auth: {}"),
    `${CLOUDS} has no cloud "mine" (the argument cloud). Its clouds: "otc".`,
    { cloud: "mine" },
  ),
  mistake(
    "an entry without credentials",
    cloud("region_name: eu-de"),
    `Cloud "otc" in ${CLOUDS} has no credentials. Give it auth.ak and auth.sk, or auth.username, auth.password and auth.user_domain_name, there or in secure.yaml.`,
    { cloud: "otc" },
  ),
  mistake(
    "an entry without a region",
    cloud(`auth: { ak: AK, sk: ${SECRET} }`),
    `The region is not known. Give the argument region, or region_name of cloud "otc" in ${CLOUDS}.`,
    { cloud: "otc" },
  ),
  mistake(
    "an entry with half a set",
    cloud("auth: { ak: AK }"),
    `auth.ak is set in cloud "otc" in ${CLOUDS}, but auth.sk is not. Set both there, or neither.`,
  ),
  mistake(
    "an entry of a kind that needs a browser",
    cloud(`auth_type: v3oidcdeviceauthz\nauth: { ak: AK, sk: ${SECRET} }`),
    `auth_type of cloud "otc" in ${CLOUDS} is "v3oidcdeviceauthz", which this package does not know. Give token, aksk or password, or leave it out.`,
  ),
  mistake(
    "an entry of a kind that it has no credentials for",
    cloud(`auth_type: token\nauth: { ak: AK, sk: ${SECRET} }`),
    `auth_type is set in cloud "otc" in ${CLOUDS}, but auth.token is not. Set both there, or neither.`,
  ),
  mistake(
    "an entry that chooses access keys for an agency",
    cloud(
      `auth_type: aksk\nauth: { ak: AK, sk: ${SECRET}, password: ${SECRET}, agency_name: ops, agency_domain_name: D }`,
    ),
    `auth_type of cloud "otc" in ${CLOUDS} is "aksk", but access keys cannot take on the agency that auth.agency_name names. Give token or password there, or leave the agency out.`,
  ),
  mistake(
    "an entry with an unknown profile",
    cloud(`profile: rackspace\nauth: { ak: AK, sk: ${SECRET} }`),
    `The profile "rackspace" of cloud "otc" in ${CLOUDS} is not known. Built in is "otc"; others come from clouds-public.yaml.`,
  ),
  mistake(
    "an entry that is a text",
    { files: { [CLOUDS]: "clouds: { otc: x }" } },
    `Cloud "otc" in ${CLOUDS} is not a map. Give it as indented lines "key: value".`,
  ),
  mistake(
    "an entry whose auth is a text",
    cloud("auth: x"),
    `"auth" of cloud "otc" in ${CLOUDS} is not a map. Give it as indented lines "key: value".`,
  ),
  mistake(
    "a file without clouds",
    { files: { [CLOUDS]: `otc: { auth: { password: ${SECRET} } }` } },
    `${CLOUDS} has no map "clouds" at its top. Put the entries below "clouds:", each by its name.`,
  ),
  mistake(
    "a file that is no YAML",
    { files: { [CLOUDS]: `clouds:\n  otc:\n\tpassword: ${SECRET}\n` } },
    `${CLOUDS} is not valid YAML: line 3 is broken (TAB_AS_INDENT). Mend that line.`,
  ),
  mistake(
    "a secure.yaml that is missing",
    cloud("auth: { username: u }", { environment: { OS_CLOUD: "otc", OS_CLIENT_SECURE_FILE: "/s.yaml" } }),
    "There is no file /s.yaml, which OS_CLIENT_SECURE_FILE of the environment names. Correct the variable, or unset it.",
  ),
  mistake(
    "several entries, and none is chosen",
    { files: { [CLOUDS]: "clouds: { otc: {}, huawei: {} }" } },
    `No credentials for DCS were found. ${CLOUDS} has several clouds (otc, huawei): choose one by the argument cloud, the configuration dcs:cloud or OS_CLOUD. Set the configuration dcs:accessKey and dcs:secretKey (pulumi config set --secret dcs:secretKey …), or dcs:userName, dcs:password and dcs:domainName, or the environment variables OS_ACCESS_KEY and OS_SECRET_KEY, or OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME, or give an entry of clouds.yaml. Destroy and refresh use the configuration as of the last pulumi up: after a change of it run pulumi up first, or add --run-program.`,
  ),
  mistake(
    "a credentials file for a whole domain",
    huawei(`[global]\nak = AK\nsk = ${SECRET}\n`),
    `${CREDENTIALS} has no section [basic]. Put ak and sk below a line "[basic]".`,
  ),
  mistake(
    "a credentials file with half a set",
    huawei("[basic]\nak = AK\n"),
    `ak is set in ${CREDENTIALS}, but sk is not. Set both there, or neither.`,
  ),
];
