import { findCredentials } from "../../provider/identity/find-credentials";
import { ENTRY, planned, USER, yaml } from "../support/planned";
import { surroundingsOf } from "../support/surroundings";

describe("the files of OpenStack's tools", () => {
  test("the current folder comes before the user's and the machine's, and yaml before yml and json", () => {
    const named = (name: string) => yaml("region_name: eu-de\nauth: { ak: AK, sk: SK }", name);
    const files: Record<string, string> = {
      "/etc/openstack/clouds.yaml": named("machine"),
      [`${USER}/clouds.json`]: named("json"),
      [`${USER}/clouds.yml`]: named("yml"),
      "/here/clouds.yaml": named("here"),
      "/elsewhere.yaml": named("variable"),
    };
    const seen: string[] = [planned({ files, environment: { OS_CLIENT_CONFIG_FILE: "/elsewhere.yaml" } }).from];
    for (const path of [
      "/here/clouds.yaml",
      `${USER}/clouds.yml`,
      `${USER}/clouds.json`,
      "/etc/openstack/clouds.yaml",
    ]) {
      seen.push(planned({ files }).from);
      Reflect.deleteProperty(files, path);
    }
    expect(seen.map((from) => /"(\w+)"/.exec(from)?.[1])).toEqual(["variable", "here", "yml", "json", "machine"]);
  });

  test("XDG_CONFIG_HOME moves the user's folder", () => {
    const files = { "/xdg/openstack/clouds.yaml": ENTRY };
    expect(planned({ files, environment: { XDG_CONFIG_HOME: "/xdg" } }).from).toContain("/xdg/openstack");
  });

  test("a value is told to stand in the file that has it", () => {
    const files = {
      "/here/clouds.yaml": yaml("region_name: eu-de\nauth:\n  username: u\n  user_domain_name: d"),
      "/here/secure.yaml": yaml("auth:\n  password: in-secure-yaml"),
    };
    const { parts } = findCredentials("otc", surroundingsOf({ files })).credentials;
    const fromOf = (part: string) => parts.find(({ name }) => name === part)?.from;
    expect(fromOf("userName")).toBe('auth.username of cloud "otc" in /here/clouds.yaml');
    expect(fromOf("password")).toBe('auth.password of cloud "otc" in /here/secure.yaml');
  });

  test("secure.yaml is laid over the entry, and values stay what was written", () => {
    const entry = "region_name: eu-de\nauth:\n  username: 0123\n  user_domain_name: 'off'\n  password: old";
    const files = {
      [`${USER}/clouds.yaml`]: yaml(entry),
      "/etc/openstack/secure.yaml": yaml("auth:\n  password: 007"),
    };
    expect(planned({ files }).base).toEqual({
      kind: "password",
      user: { user: { name: "0123", domain: { name: "off" } }, password: "007" },
    });
  });

  test("keys may lie below auth or beside it, and an anchor may be shared", () => {
    const entry = "<<: &base { region_name: eu-de }\naccess_key: AK\nsecret_key: SK\nsecurity_token: ST";
    expect(planned({ files: { [`${USER}/clouds.yaml`]: yaml(entry) } })).toMatchObject({
      region: "eu-de",
      base: { keys: { accessKey: "AK", secretKey: "SK", securityToken: "ST" } },
    });
  });

  test.each(["profile", "cloud"])("the profile otc is built in, named by %s", (key) => {
    const entry = `${key}: otc\nregion_name: eu-nl\nauth: { ak: AK, sk: SK }`;
    expect(planned({ files: { [`${USER}/clouds.yaml`]: yaml(entry) } }).iam).toBe(
      "https://iam.eu-nl.otc.t-systems.com/v3",
    );
  });

  test("another profile comes from clouds-public.yaml, below the entry's own values", () => {
    const files = {
      [`${USER}/clouds.yaml`]: yaml("profile: ours\nauth: { ak: AK, sk: SK }"),
      [`${USER}/clouds-public.yaml`]:
        "public-clouds:\n  ours:\n    region_name: eu-de\n    auth: { auth_url: https://iam.ours.example.com/v3, ak: no }\n",
    };
    expect(planned({ files })).toMatchObject({
      iam: "https://iam.ours.example.com/v3",
      region: "eu-de",
      base: { keys: { accessKey: "AK" } },
    });
  });

  test("a region that is not given follows from the project's name", () => {
    const entry = yaml("auth: { ak: AK, sk: SK, project_name: eu-nl_shop }");
    expect(planned({ files: { [`${USER}/clouds.yaml`]: entry } })).toMatchObject({
      region: "eu-nl",
      projectName: "eu-nl_shop",
      endpoint: "https://dcs.eu-nl.otc.t-systems.com",
    });
  });

  test("the first of several regions counts, and an entry's own version of the API", () => {
    const entry = yaml("regions: [eu-nl, eu-de]\ndcs_api_version: v2\nauth: { ak: AK, sk: SK }");
    expect(planned({ files: { [`${USER}/clouds.yaml`]: entry } })).toMatchObject({ region: "eu-nl", apiVersion: "v2" });
  });
});

test("an entry's way is followed: its CA, and certificates that are not to be verified", () => {
  const ca = "-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----\n";
  const entry = yaml("region_name: eu-de\ncacert: ca.pem\nverify: false\nauth: { ak: AK, sk: SK }");
  const { reach } = planned({ files: { [`${USER}/clouds.yaml`]: entry, "/here/ca.pem": ca } });
  expect(reach.transport).toMatchObject({ ca, insecure: true });
  expect(reach.warning).toMatch(/^Certificates are not checked \(verify of cloud "otc" in /);
});
