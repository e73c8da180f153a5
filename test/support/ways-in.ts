import type { RunningSimulator } from "../../simulator/index";
import type { Given } from "./surroundings";

/** Everything that opens a simulator: what a user would configure for it, by the kind of credentials. */
export type WayIn = (simulator: Party) => Promise<Given> | Given;

/** As much of a simulator as a way in needs, in memory or on a port. */
type Party = Pick<
  RunningSimulator,
  "fetch" | "card" | "cardOf" | "agencyCard" | "passcode" | "temporaryKeys" | "url" | "iam"
>;

const placeOf = ({ url, iam }: Party) => ({ "dcs:region": "eu-de", "dcs:endpoint": url, "dcs:authUrl": iam });

const configured = (simulator: Party, more: Record<string, string>): Given => ({
  config: { ...placeOf(simulator), ...more },
});

/** An entry of clouds.yaml, with what more it may need. */
const inClouds = ({ url, iam }: Party, auth: Record<string, string>, more: Record<string, string> = {}): Given => ({
  files: {
    "/home/me/.config/openstack/clouds.yaml": JSON.stringify({
      clouds: {
        sole: { region_name: "eu-de", dcs_endpoint_override: url, auth: { auth_url: iam, ...auth }, ...more },
      },
    }),
  },
});

const keys = ({ card: { accessKey, secretKey } }: Party) => ({ ak: accessKey, sk: secretKey });

const password = ({ card: { userName, password: secret, domainName } }: Party) => ({
  "dcs:userName": userName,
  "dcs:password": secret,
  "dcs:domainName": domainName,
});

const agency = (simulator: Party) => {
  const { agencyName, domainName, projectName } = simulator.agencyCard();
  return {
    "dcs:agencyName": agencyName,
    "dcs:agencyDomainName": domainName,
    "dcs:delegatedProject": projectName,
  };
};

export const WAYS_IN: Readonly<Record<string, WayIn>> = {
  "access keys": (simulator) => {
    const { accessKey, secretKey, projectId } = simulator.card;
    return configured(simulator, {
      "dcs:accessKey": accessKey,
      "dcs:secretKey": secretKey,
      "dcs:projectId": projectId,
    });
  },
  "access keys, with the project by its name": (simulator) => {
    const { accessKey, secretKey, projectName } = simulator.card;
    return configured(simulator, {
      "dcs:accessKey": accessKey,
      "dcs:secretKey": secretKey,
      "dcs:projectName": projectName,
    });
  },
  "temporary access keys": (simulator) => {
    const { accessKey, secretKey, securityToken } = simulator.temporaryKeys();
    return configured(simulator, {
      "dcs:accessKey": accessKey,
      "dcs:secretKey": secretKey,
      "dcs:securityToken": securityToken,
    });
  },
  "a token": async (simulator) => configured(simulator, { "dcs:token": await tokenOf(simulator) }),
  "a password, with user and domain by name": (simulator) => configured(simulator, password(simulator)),
  "a password, with the domain by ID": (simulator) => {
    const { userName, domainId, password: secret } = simulator.card;
    return configured(simulator, { "dcs:userName": userName, "dcs:password": secret, "dcs:domainId": domainId });
  },
  "a password, with the user by ID": (simulator) => {
    const { userId, password: secret } = simulator.card;
    return configured(simulator, { "dcs:userId": userId, "dcs:password": secret });
  },
  "a password and a passcode": (simulator) => {
    const { userId, password: secret } = simulator.cardOf("backup-officer");
    return configured(simulator, {
      "dcs:userId": userId,
      "dcs:password": secret,
      "dcs:passcode": simulator.passcode("backup-officer"),
    });
  },
  "an agency on top of a password": (simulator) =>
    configured(simulator, { ...password(simulator), ...agency(simulator) }),
  "an agency on top of a token": async (simulator) =>
    configured(simulator, { "dcs:token": await tokenOf(simulator), ...agency(simulator) }),
  "Huawei's credentials file": (simulator) => {
    const { accessKey, secretKey } = simulator.card;
    const file = `[basic]\nak = ${accessKey}\nsk = ${secretKey}\niam_endpoint = ${new URL(simulator.iam).origin}\n`;
    return {
      environment: { OS_REGION_NAME: "eu-de", HUAWEICLOUD_SDK_REGION_DCS_EU_DE: simulator.url },
      files: { "/home/me/.huaweicloud/credentials": file },
    };
  },
  "clouds.yaml, with the keys below auth": (simulator) => inClouds(simulator, keys(simulator)),
  "clouds.yaml, with the keys beside auth": (simulator) => inClouds(simulator, {}, keys(simulator)),
  "clouds.yaml, with the password in secure.yaml": (simulator) => {
    const { userName, password: secret, domainName } = simulator.card;
    const { files } = inClouds(simulator, { username: userName, user_domain_name: domainName, project_name: "eu-de" });
    const secure = JSON.stringify({ clouds: { sole: { auth: { password: secret } } } });
    return { files: { ...files, "/etc/openstack/secure.yaml": secure } };
  },
  "the environment, OS_*": (simulator) => {
    const { userName, password: secret, domainName } = simulator.card;
    const place = { OS_REGION_NAME: "eu-de", OS_DCS_ENDPOINT_OVERRIDE: simulator.url, OS_AUTH_URL: simulator.iam };
    return {
      environment: { ...place, OS_USERNAME: userName, OS_PASSWORD: secret, OS_USER_DOMAIN_NAME: domainName },
    };
  },
  "the environment, HUAWEICLOUD_SDK_*": (simulator) => {
    const { accessKey, secretKey, projectId } = simulator.card;
    return {
      environment: {
        OS_REGION_NAME: "eu-de",
        HUAWEICLOUD_SDK_REGION_DCS_EU_DE: simulator.url,
        HUAWEICLOUD_SDK_AK: accessKey,
        HUAWEICLOUD_SDK_SK: secretKey,
        HUAWEICLOUD_SDK_PROJECT_ID: projectId,
      },
    };
  },
};

/** A token for the first user's project, as somebody else got it from IAM. */
async function tokenOf({ fetch, iam, card: { userName, password: secret, domainName, projectId } }: Party) {
  const user = { name: userName, password: secret, domain: { name: domainName } };
  const identity = { methods: ["password"], password: { user } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } });
  const { headers } = await fetch(new Request(`${iam}/auth/tokens`, { method: "POST", body }));
  return headers.get("x-subject-token") ?? "no token was given";
}
