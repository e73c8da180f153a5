import { cloud } from "./files";
import { KEYS, mistake, type Mistake, PLACE, SECRET } from "./mistake";

export const IN_THE_CONFIGURATION: readonly Mistake[] = [
  mistake(
    "an access key alone",
    { config: { "dcs:accessKey": "AK" } },
    "dcs:accessKey is set in the stack's configuration, but dcs:secretKey is not. Set both there, or neither.",
  ),
  mistake(
    "a secret key alone",
    { config: { "dcs:secretKey": SECRET } },
    "dcs:secretKey is set in the stack's configuration, but dcs:accessKey is not. Set both there, or neither.",
  ),
  mistake(
    "a security token alone",
    { config: { "dcs:securityToken": SECRET } },
    "dcs:securityToken is set in the stack's configuration, but dcs:accessKey is not. Set both there, or neither.",
  ),
  mistake(
    "a password without a user",
    { config: { "dcs:password": SECRET } },
    "dcs:password is set in the stack's configuration, but dcs:userName or dcs:userId is not. Set both there, or neither.",
  ),
  mistake(
    "a user without a domain",
    { config: { "dcs:password": SECRET, "dcs:userName": "u" } },
    "dcs:password is set in the stack's configuration, but dcs:domainName or dcs:domainId is not. Set both there, or neither.",
  ),
  mistake(
    "a passcode without a password",
    { config: { "dcs:passcode": "123456" } },
    "dcs:passcode is set in the stack's configuration, but dcs:password is not. Set both there, or neither.",
  ),
  mistake(
    "a passcode of a user by name",
    { config: { "dcs:password": SECRET, "dcs:userName": "u", "dcs:domainName": "d", "dcs:passcode": "123456" } },
    "dcs:passcode is set in the stack's configuration, but dcs:userId is not. Set both there, or neither.",
  ),
  mistake(
    "an agency on nothing",
    { config: { "dcs:agencyName": "a" } },
    "dcs:agencyName is set in the stack's configuration, but dcs:token or dcs:password is not. Set both there, or neither.",
  ),
  mistake(
    "an agency on access keys",
    { config: { ...KEYS, "dcs:agencyName": "a", "dcs:agencyDomainName": "d" } },
    "dcs:agencyName is set in the stack's configuration, but dcs:token or dcs:password is not. Set both there, or neither.",
  ),
  mistake(
    "an agency of no domain",
    { config: { "dcs:token": SECRET, "dcs:agencyName": "a" } },
    "dcs:agencyName is set in the stack's configuration, but dcs:agencyDomainName or dcs:agencyDomainId is not. Set both there, or neither.",
  ),
  mistake(
    "a cloud that there is no file for",
    { config: { "dcs:cloud": "otc" } },
    'There is no clouds.yaml for the cloud "otc" (dcs:cloud of the stack\'s configuration) in /here, /home/me/.config/openstack, /etc/openstack. Make one there, or name the file in OS_CLIENT_CONFIG_FILE.',
  ),
  mistake(
    "a cloud and credentials besides",
    cloud("auth: {}", { config: { ...KEYS, "dcs:cloud": "otc" } }),
    "dcs:cloud of the stack's configuration names the cloud \"otc\", but the stack's configuration has credentials of its own, too (dcs:accessKey). Keep one of them: pulumi config rm removes the other.",
  ),
  mistake(
    "no region",
    { config: KEYS },
    "The region is not known. Give the argument region, or the configuration dcs:region (pulumi config set dcs:region eu-de), or the environment variable OS_REGION_NAME.",
  ),
  mistake(
    "a region that nobody knows",
    { config: { ...KEYS, "dcs:region": "mars-1" } },
    "The endpoint of DCS in region \"mars-1\" (dcs:region of the stack's configuration) is not known. Check the region's name; for a cloud that this package does not know, give the argument endpoint or the configuration dcs:endpoint.",
  ),
  mistake(
    "an endpoint without a scheme",
    { config: { ...KEYS, ...PLACE, "dcs:endpoint": "dcs.example.com" } },
    "The endpoint from dcs:endpoint of the stack's configuration is not a base URL. Give scheme and host, such as https://dcs.eu-de.otc.t-systems.com.",
  ),
  mistake(
    "an endpoint with a version",
    { config: { ...KEYS, ...PLACE, "dcs:endpoint": "https://dcs.example.com/v1.0" } },
    "The endpoint from dcs:endpoint of the stack's configuration names a version: https://dcs.example.com/v1.0. Give it without, such as https://dcs.example.com; apiVersion chooses the version.",
  ),
  mistake(
    "an IAM that is no web address",
    { config: { ...KEYS, ...PLACE, "dcs:authUrl": "ftp://iam.example.com" } },
    "The authUrl from dcs:authUrl of the stack's configuration is not a base URL. Give scheme and host, such as https://iam.eu-de.otc.t-systems.com.",
  ),
  mistake(
    "a version that DCS does not have",
    { config: { ...KEYS, ...PLACE, "dcs:apiVersion": "v3" } },
    'The API version "v3" from dcs:apiVersion of the stack\'s configuration is not one of DCS. Give "v1.0" or "v2".',
  ),
  mistake(
    "a switch that is neither on nor off",
    { config: { ...KEYS, ...PLACE, "dcs:insecure": "perhaps" } },
    'dcs:insecure of the stack\'s configuration is "perhaps". Give true or false.',
  ),
  mistake(
    "a CA that is no certificate",
    { config: { ...KEYS, ...PLACE, "dcs:caCert": "ca.pem" }, files: { "/here/ca.pem": "certainly" } },
    'The file ca.pem of dcs:caCert of the stack\'s configuration holds no certificate in PEM form. Give one that begins with "-----BEGIN …CERTIFICATE-----".',
  ),
  mistake(
    "a private key that is not recognized as one, and must not be quoted",
    {
      config: { ...KEYS, ...PLACE, "dcs:clientCert": "c.pem", "dcs:clientKey": SECRET },
      files: { "/here/c.pem": "-----BEGIN CERTIFICATE-----" },
    },
    "There is no such file as dcs:clientKey of the stack's configuration names. Correct it, or unset it.",
  ),
];
