import { SecretWatch } from "../support/secret-watch";

// The tests of all tiers rely on it: what it did not hear, nobody would.

const SECRET = 'pass "word" 42';

function heard(what: unknown, secret = SECRET): () => void {
  const watch = new SecretWatch();
  watch.learn("the password", secret);
  watch.hear("an error", what);
  return () => {
    watch.check();
  };
}

test.each([
  ["as it is", `Could not log in with ${SECRET}.`],
  ["in JSON", JSON.stringify({ password: SECRET })],
  ["in a URL", `https://iam.test/?password=${encodeURIComponent(SECRET)}`],
  ["in a header", `Basic ${Buffer.from(SECRET).toString("base64")}`],
  ["deep in a value", { request: { options: { headers: [{ value: SECRET }] } } }],
  ["in what an error hides", Object.defineProperty(new Error("no"), "request", { value: SECRET, enumerable: false })],
  ["in an error's cause", new Error("no", { cause: new Error(SECRET) })],
])("hears a secret %s", (_form, what) => {
  expect(heard(what)).toThrow("A secret came out: the password in an error.");
});

test("does not say the secret itself, and minds no other text", () => {
  expect(heard(SECRET)).not.toThrow(SECRET);
  expect(heard("Could not log in.")).not.toThrow();
  expect(heard("backup_20261124123456", "123456")).not.toThrow();
});

test("learns from a configuration and an environment what is secret there", () => {
  const watch = new SecretWatch();
  watch.learnSettings({ "dcs:secretKey": "secret-key", OS_PASSWORD: "password", OS_USERNAME: "user-name" });
  watch.hear("a row", "user-name");
  expect(() => {
    watch.check();
  }).not.toThrow();
  watch.learnSettings({ "dcs:secretKey": "secret-key", OS_PASSWORD: "password" });
  watch.hear("a row", "secret-key and password");
  expect(() => {
    watch.check();
  }).toThrow("dcs:secretKey in a row; OS_PASSWORD in a row");
});

test("learns the lines of a private key, and the password of a proxy", () => {
  const watch = new SecretWatch();
  const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w\n-----END PRIVATE KEY-----\n";
  watch.learnSettings({ "dcs:clientKey": key, HTTPS_PROXY: "http://me:proxy%20word@proxy.example.com:3128" });
  watch.hear("an error", "MIIEvQIBADANBg and proxy word");
  expect(() => {
    watch.check();
  }).toThrow("a line of the key in dcs:clientKey in an error; the password of HTTPS_PROXY in an error");
});

test("learns the tokens and signatures that go over a line", async () => {
  const watch = new SecretWatch();
  const send = watch.send(() =>
    Promise.resolve({ status: 201, headers: { "x-subject-token": "given-token" }, body: "" }),
  );
  const authorization = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=0123456789abcdef";
  await send({ method: "GET", url: "https://iam.test", headers: { "x-auth-token": "borne-token", authorization } });
  watch.hear("a journal", ["given-token", "borne-token", "0123456789abcdef"]);
  expect(() => {
    watch.check();
  }).toThrow("x-auth-token in a journal; a signature in a journal; a token of IAM in a journal");
});
