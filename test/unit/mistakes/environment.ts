import { CLOUDS, cloud } from "./files";
import { KEYS, mistake, type Mistake, PLACE, SECRET } from "./mistake";

const pem = (what: string) => `-----BEGIN ${what}-----\nbm9uZQ==\n-----END ${what}-----\n`;

export const IN_THE_ENVIRONMENT: readonly Mistake[] = [
  mistake(
    "OS_* without a secret key",
    { environment: { OS_AK: "AK" } },
    "OS_AK is set in the environment (OS_*), but OS_SECRET_KEY is not. Set both there, or neither.",
  ),
  mistake(
    "OS_* without a user, though HW_* has all",
    { environment: { OS_PASSWORD: SECRET, HW_ACCESS_KEY: "AK", HW_SECRET_KEY: SECRET } },
    "OS_PASSWORD is set in the environment (OS_*), but OS_USERNAME or OS_USER_ID is not. Set both there, or neither.",
  ),
  mistake(
    "HW_* without a secret key",
    { environment: { HW_ACCESS_KEY: "AK" } },
    "HW_ACCESS_KEY is set in the environment (HW_*), but HW_SECRET_KEY is not. Set both there, or neither.",
  ),
  mistake(
    "HW_* with an agency of no domain",
    { environment: { HW_AUTH_TOKEN: SECRET, HW_ASSUME_ROLE_AGENCY_NAME: "a" } },
    "HW_ASSUME_ROLE_AGENCY_NAME is set in the environment (HW_*), but HW_ASSUME_ROLE_DOMAIN_NAME or HW_ASSUME_ROLE_DOMAIN_ID is not. Set both there, or neither.",
  ),
  mistake(
    "HUAWEICLOUD_SDK_* without an access key",
    { environment: { HUAWEICLOUD_SDK_SK: SECRET } },
    "HUAWEICLOUD_SDK_SK is set in the environment (HUAWEICLOUD_SDK_*), but HUAWEICLOUD_SDK_AK is not. Set both there, or neither.",
  ),
  mistake(
    "an IAM of another generation",
    { config: { ...KEYS, ...PLACE }, environment: { OS_AUTH_URL: "https://iam.example.com/v2.0" } },
    "The authUrl from OS_AUTH_URL of the environment names a version of IAM that does not serve here: https://iam.example.com/v2.0. Give it with /v3 at its end.",
  ),
  mistake(
    "a CA file that is missing",
    { config: { ...KEYS, ...PLACE }, environment: { OS_CACERT: "/etc/ca.pem" } },
    "There is no file /etc/ca.pem, which OS_CACERT of the environment names. Correct it, or unset it.",
  ),
  mistake(
    "a client certificate without its key",
    { config: { ...KEYS, ...PLACE }, environment: { OS_CERT: "/etc/client.pem" } },
    "OS_CERT of the environment gives one half of a client certificate, but its key is missing. Give both, as OS_CERT with OS_KEY or dcs:clientCert with dcs:clientKey, or neither.",
  ),
  mistake(
    "a client certificate that is damaged",
    {
      config: { ...KEYS, ...PLACE },
      environment: { OS_CERT: "c.pem", OS_KEY: "k.pem" },
      files: { "/here/c.pem": pem("CERTIFICATE"), "/here/k.pem": pem("PRIVATE KEY") },
    },
    "The key of OS_KEY of the environment does not belong to the certificate of OS_CERT of the environment, is locked by a passphrase, or one of them is damaged. Give the certificate's own key, unlocked.",
  ),
  mistake(
    "an endpoint of Huawei's SDKs that is none",
    { config: { ...KEYS, ...PLACE }, environment: { HUAWEICLOUD_SDK_REGION_DCS_EU_DE: "dcs" } },
    "The endpoint from HUAWEICLOUD_SDK_REGION_DCS_EU_DE of the environment is not a base URL. Give scheme and host, such as https://dcs.eu-de.otc.t-systems.com.",
  ),
  mistake(
    "a regions file that is missing",
    { config: { ...KEYS, ...PLACE }, environment: { HUAWEICLOUD_SDK_REGIONS_FILE: "/etc/regions.yaml" } },
    "There is no file /etc/regions.yaml, which HUAWEICLOUD_SDK_REGIONS_FILE of the environment names. Correct the variable, or unset it.",
  ),
  mistake(
    "a cloud that clouds.yaml does not have",
    cloud("auth: {}", { environment: { OS_CLOUD: "otcc" } }),
    `${CLOUDS} has no cloud "otcc" (OS_CLOUD of the environment). Its clouds: "otc".`,
  ),
  mistake(
    "a clouds file that is missing",
    { environment: { OS_CLOUD: "otc", OS_CLIENT_CONFIG_FILE: "/etc/c.yaml" } },
    "There is no file /etc/c.yaml, which OS_CLIENT_CONFIG_FILE of the environment names. Correct the variable, or unset it.",
  ),
  mistake(
    "a credentials file that is missing",
    { environment: { HUAWEICLOUD_SDK_CREDENTIALS_FILE: "/etc/credentials" } },
    "There is no file /etc/credentials, which HUAWEICLOUD_SDK_CREDENTIALS_FILE of the environment names. Correct the variable, or unset it.",
  ),
];
