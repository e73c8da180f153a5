import { ENTRY, planned, USER, yaml } from "../support/planned";

const CONFIG = { "dcs:accessKey": "AK", "dcs:secretKey": "SK", "dcs:region": "eu-nl", "dcs:projectId": "p-of-config" };
const OS = { OS_ACCESS_KEY: "AKO", OS_SECRET_KEY: "SKO", OS_REGION_NAME: "eu-de" };

describe("one set from one source", () => {
  test("the argument cloud is the only source, for the place as well", () => {
    const given = { config: CONFIG, environment: OS, files: { [`${USER}/clouds.yaml`]: ENTRY } };
    expect(planned(given, { cloud: "otc" })).toMatchObject({
      from: `cloud "otc" in ${USER}/clouds.yaml`,
      fallback: undefined,
      region: "eu-de",
      projectId: "p-of-the-entry",
    });
    expect(planned(given, { cloud: "otc", region: "eu-nl", projectId: "p" })).toMatchObject({
      region: "eu-nl",
      projectId: "p",
    });
  });

  test("dcs:cloud is its default, beside other values of the configuration and before the environment", () => {
    const config = { "dcs:cloud": "otc", "dcs:projectId": "p-of-config" };
    const environment = { ...OS, OS_PROJECT_ID: "p-of-environment", OS_REGION_NAME: "eu-nl" };
    expect(planned({ config, environment, files: { [`${USER}/clouds.yaml`]: ENTRY } })).toMatchObject({
      from: `cloud "otc" in ${USER}/clouds.yaml`,
      region: "eu-de",
      projectId: "p-of-config",
    });
  });

  test("the environment comes before the entry that OS_CLOUD names, which still tells the place", () => {
    const environment = { OS_CLOUD: "otc", OS_ACCESS_KEY: "AKO", OS_SECRET_KEY: "SKO" };
    expect(planned({ environment, files: { [`${USER}/clouds.yaml`]: ENTRY } })).toMatchObject({
      from: "the environment (OS_*)",
      region: "eu-de",
      projectId: "p-of-the-entry",
    });
  });

  test("a sole entry that is not named tells nothing of the place when the credentials come from elsewhere", () => {
    const entry = yaml("auth: { ak: AK, sk: SK, auth_url: https://elsewhere.example.com }");
    const plan = planned({ environment: OS, files: { [`${USER}/clouds.yaml`]: entry } });
    expect(plan).toMatchObject({ from: "the environment (OS_*)", iam: "https://iam.eu-de.otc.t-systems.com/v3" });
  });

  test("OS_CLOUD=envvars means the environment itself, as in OpenStack's tools", () => {
    expect(planned({ environment: { ...OS, OS_CLOUD: "envvars" } })).toMatchObject({ from: "the environment (OS_*)" });
  });

  test("Huawei's credentials file comes last, and tells IAM and the project", () => {
    const file =
      "# mine\n[global]\nak = no\n\n[basic]\nak = AKH\nsk=SKH\nproject_id = p\niam_endpoint = https://iam.example.com\n";
    const files = { "/home/me/.huaweicloud/credentials": file };
    expect(planned({ environment: { HW_REGION_NAME: "cn-north-4" }, files })).toMatchObject({
      base: { kind: "keys", keys: { accessKey: "AKH", secretKey: "SKH" } },
      projectId: "p",
      iam: "https://iam.example.com/v3",
      endpoint: "https://dcs.cn-north-4.myhuaweicloud.com",
    });
    expect(
      planned({ environment: { OS_REGION_NAME: "eu-de" }, files: { ...files, [`${USER}/clouds.yaml`]: ENTRY } }),
    ).toMatchObject({
      from: `cloud "otc" in ${USER}/clouds.yaml`,
    });
  });

  test("only the stack's configuration has a fallback, and only a full set of the environment is one", () => {
    expect(planned({ config: CONFIG, environment: OS }).fallback).toBe("the environment (OS_*)");
    expect(planned({ config: CONFIG, environment: { OS_ACCESS_KEY: "AKO" } }).fallback).toBeUndefined();
    expect(planned({ environment: OS }).fallback).toBeUndefined();
  });
});

describe("kinds of credentials within a source", () => {
  const place = { OS_REGION_NAME: "eu-de" };
  const password = { OS_USERNAME: "u", OS_PASSWORD: " p ", OS_USER_DOMAIN_NAME: "d" };
  const keys = { OS_AK: "AK", OS_SK: "SK\n", OS_ST: "ST" };
  const agency = { OS_AGENCY_NAME: "a", OS_AGENCY_DOMAIN_NAME: "ad", OS_DELEGATED_PROJECT: "dp" };

  test.each([
    ["a token before keys", { ...keys, ...password, OS_TOKEN: "t" }, { kind: "token", token: "t" }],
    [
      "temporary keys before a password, without their line ends",
      { ...keys, ...password },
      { kind: "keys", keys: { accessKey: "AK", secretKey: "SK", securityToken: "ST" } },
    ],
    [
      "a password with its blanks",
      password,
      { kind: "password", user: { user: { name: "u", domain: { name: "d" } }, password: " p " } },
    ],
    [
      "a user by ID, who needs no domain",
      { OS_USER_ID: "i", OS_PASSWORD: "p", OS_PASSCODE: "123456" },
      { kind: "password", user: { user: { id: "i" }, password: "p", passcode: "123456" } },
    ],
    [
      "a password that takes on an agency, before keys that cannot",
      { ...keys, ...password, ...agency },
      { kind: "password" },
    ],
  ])("%s", (_case, environment, base) => {
    expect(planned({ environment: { ...place, ...environment } }).base).toMatchObject(base);
  });

  test("an agency has a domain and a project", () => {
    const environment = { ...place, ...password, ...agency, OS_AGENCY_DOMAIN_ID: "id" };
    expect(planned({ environment }).agency).toEqual({ name: "a", domain: { id: "id" }, project: "dp" });
  });

  test("auth_type chooses between the kinds of an entry", () => {
    const auth =
      "auth: { token: t, ak: AK, sk: SK, username: u, password: p, user_domain_name: d }\nregion_name: eu-de";
    const kindOf = (type: string) =>
      planned({ files: { [`${USER}/clouds.yaml`]: yaml(`auth_type: ${type}\n${auth}`) } }).kind;
    expect(["aksk", "v3password", "token"].map(kindOf)).toEqual(["keys", "password", "token"]);
  });
});

test("an OS_CLOUD of another tool does not disturb credentials that come before it", () => {
  const environment = { OS_CLOUD: "not-there" };
  expect(planned({ config: CONFIG, environment })).toMatchObject({
    from: "the stack's configuration",
    region: "eu-nl",
  });
  expect(planned({ environment: { ...OS, OS_PROJECT_ID: "p", OS_CLOUD: "not-there" } })).toMatchObject({
    from: "the environment (OS_*)",
  });
});

test("the vendor profile's address of IAM follows from the region, wherever that is given", () => {
  const entry = yaml("profile: otc\nauth: { username: me, password: pw, user_domain_name: d }");
  const environment = { OS_CLOUD: "otc", OS_REGION_NAME: "eu-nl" };
  expect(planned({ environment, files: { [`${USER}/clouds.yaml`]: entry } })).toMatchObject({
    iam: "https://iam.eu-nl.otc.t-systems.com/v3",
  });
});
