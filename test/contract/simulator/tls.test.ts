import { startSecureSimulator, type SecureSimulator } from "../../../simulator/index";
import { textLike } from "./bench";
import { statusOf } from "./secure-request";
import { signed } from "./signer";

let open: SecureSimulator;
let strict: SecureSimulator;
beforeAll(async () => {
  [open, strict] = await Promise.all([startSecureSimulator(), startSecureSimulator({ clientCertificate: true })]);
});
afterAll(() => Promise.all([open.close(), strict.close()]));

const shown = ({ certificate, key }: { certificate: string; key: string }) => ({ cert: certificate, key });

function backups({ url, card }: SecureSimulator): string {
  return `${url}/v1.0/${card.projectId}/instances/${card.instances[0]?.id ?? ""}/backups`;
}

test("answers signed requests on https to who trusts its authority", async () => {
  expect(open.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const headers = signed({ method: "GET", url: backups(open), headers: {} }, open.card, Date.now());
  expect(await statusOf(backups(open), { ca: open.ca, headers })).toBe(200);
  expect(open.journal().at(-1)).toMatchObject({ status: 200, principal: "backup-operator (signature)" });
});

test("is good for localhost too, and for no other name", async () => {
  const url = open.url.replace("127.0.0.1", "localhost");
  expect(await statusOf(url, { ca: open.ca, family: 4 })).toBe(200);
  const elsewhere = statusOf(open.url, { ca: open.ca, servername: "dcs.test" });
  await expect(elsewhere).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

test("is not trusted by who does not know its authority, nor by who knows another one", async () => {
  await expect(statusOf(open.url, {})).rejects.toMatchObject({ code: textLike(/SELF_SIGNED|UNABLE_TO_VERIFY/) });
  await expect(statusOf(open.url, { ca: strict.ca })).rejects.toMatchObject({ code: textLike(/CERT|SELF_SIGNED/) });
});

test("lets in who shows its client's certificate, where one is demanded", async () => {
  expect(await statusOf(strict.url, { ca: strict.ca, ...shown(strict.client) })).toBe(200);
});

test("cuts off who shows none, or one of another authority", async () => {
  const before = strict.journal().length;
  await expect(statusOf(strict.url, { ca: strict.ca })).rejects.toMatchObject({ code: textLike(/SSL|ECONNRESET/) });
  const stranger = statusOf(strict.url, { ca: strict.ca, ...shown(strict.stranger) });
  await expect(stranger).rejects.toMatchObject({ code: textLike(/SSL|ECONNRESET/) });
  expect(strict.journal()).toHaveLength(before);
});

test("does not mind a client's certificate where none is demanded", async () => {
  expect(await statusOf(open.url, { ca: open.ca, ...shown(open.client) })).toBe(200);
});

test("resets a connection where a fault says so", async () => {
  open.fault({ match: { path: "/v2" }, then: { reset: "before" } });
  await expect(statusOf(`${open.url}/v2`, { ca: open.ca })).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await statusOf(`${open.url}/v2`, { ca: open.ca })).toBe(200);
});
