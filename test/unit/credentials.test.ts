import { findCredentials } from "../../provider/identity/find-credentials";
import { surroundingsOf } from "../support/surroundings";

const none: Record<string, string> = {};
const found = (config: Record<string, string>, environment: Record<string, string> = none) => {
  const { base, from } = findCredentials(undefined, surroundingsOf({ config, environment })).credentials;
  return { kind: base.kind, from };
};

const CONFIG = { "dcs:accessKey": "AK", "dcs:secretKey": "SK" };
const OS = { OS_ACCESS_KEY: "AKO", OS_SECRET_KEY: "SKO" };
const HW = { HW_ACCESS_KEY: "AKH", HW_SECRET_KEY: "SKH" };
const OS_USER = { OS_USERNAME: "u", OS_PASSWORD: "p", OS_DOMAIN_NAME: "d" };

describe("one set from one source, first hit wins", () => {
  test.each([
    [
      "the stack's configuration before the environment",
      CONFIG,
      OS,
      { kind: "keys", from: "the stack's configuration" },
    ],
    ["OS_* before HW_*", none, { ...HW, ...OS }, { kind: "keys", from: "the environment (OS_*)" }],
    ["HW_* last", none, HW, { kind: "keys", from: "the environment (HW_*)" }],
    ["keys before a password of the same source", none, { ...OS_USER, ...OS }, { kind: "keys" }],
    ["a password of an earlier source before keys of a later one", none, { ...OS_USER, ...HW }, { kind: "password" }],
    [
      "a user's domain by its longer name",
      none,
      { OS_USERNAME: "u", OS_PASSWORD: "p", OS_USER_DOMAIN_NAME: "d" },
      { kind: "password" },
    ],
    ["a user name alone is passed over", none, { OS_USERNAME: "u", ...HW }, { kind: "keys" }],
    ["an empty value counts as not given", { "dcs:accessKey": " " }, OS, { from: "the environment (OS_*)" }],
  ])("%s", (_case, config, environment, credentials) => {
    expect(found(config, environment)).toMatchObject(credentials);
  });
});

describe("half a set is refused, since going on would use other credentials than meant", () => {
  test.each([
    [{ "dcs:accessKey": "AK" }, OS, "dcs:accessKey is set in the stack's configuration, but dcs:secretKey is not."],
    [{ "dcs:secretKey": "SK" }, OS, "dcs:secretKey is set in the stack's configuration, but dcs:accessKey is not."],
    [none, { OS_PASSWORD: "p" }, "OS_PASSWORD is set in the environment (OS_*), but OS_USERNAME or OS_USER_ID is not."],
    [none, { OS_USERNAME: "u", OS_PASSWORD: "p" }, "but OS_USER_DOMAIN_NAME or OS_USER_DOMAIN_ID is not."],
  ])("%j and %j", (config, environment, sentence) => {
    expect(() => found(config, environment)).toThrow(sentence);
  });
});

test("a user's own domain counts before the project's, which shells set by ID", () => {
  const environment = { OS_USERNAME: "u", OS_PASSWORD: "p", OS_USER_DOMAIN_NAME: "d", OS_PROJECT_DOMAIN_ID: "default" };
  expect(findCredentials(undefined, surroundingsOf({ environment })).credentials.base).toMatchObject({
    user: { user: { name: "u", domain: { name: "d" } } },
  });
});

test("AWS and S3 variables are never credentials for DCS", () => {
  const foreign = {
    AWS_ACCESS_KEY_ID: "A",
    AWS_SECRET_ACCESS_KEY: "S",
    S3_ACCESS_KEY_ID: "A",
    S3_SECRET_ACCESS_KEY: "S",
  };
  expect(() => found(none, foreign)).toThrow("No credentials for DCS were found.");
});
