import { createSimulator } from "../../../simulator/index";
import type { JournalEntry } from "../../../simulator/journal";
import { journalRow } from "../../../simulator/page/journal-row";
import { Simulation } from "../../../simulator/simulation";

const PROJECT = "/v1.0/1f3c6a9e5d7b4820a6c4e2f0b8d61357/instances";
const INSTANCE = `${PROJECT}/5560df16-cebf-4473-95c4-d1b573c16e79`;
const BACKUP = `${INSTANCE}/backups/54eae07d-a791-4dd3-a517-caafaadbf51d`;

function row(entry: Partial<JournalEntry>) {
  const usual = { time: "2026-03-01T12:00:00.000Z", method: "GET", path: "/", status: 200, requestId: "r" } as const;
  const rest = { code: null, principal: null, fault: null, effect: "none" } as const;
  return journalRow({ ...usual, ...rest, ...entry }, new Simulation({}).world);
}

test.each([
  ["GET", PROJECT, "Lists the instances"],
  ["GET", INSTANCE.replace("v1.0", "v2"), "Looks at sessions"],
  ["POST", `${INSTANCE}/backups`, "Takes a backup of sessions"],
  ["GET", `${INSTANCE}/backups?start=1&limit=100`, "Lists the backups of sessions"],
  ["DELETE", BACKUP, "Deletes a backup of sessions"],
  ["POST", `${BACKUP}/links`, "Asks for the files of a backup of sessions"],
  ["POST", `${INSTANCE}/restores`, "Restores a backup into sessions"],
  ["GET", `${INSTANCE}/restores`, "Lists the restores of sessions"],
  ["GET", `${PROJECT}/00000000-0000-4000-8000-000000000000/backups`, "Lists the backups of an instance"],
  ["POST", "/v3/auth/tokens", "Asks for a token"],
  ["HEAD", "/v3/auth/tokens", "Asks about a token"],
  ["POST", "/v3.0/OS-CREDENTIAL/securitytokens", "Asks for temporary keys"],
  ["GET", "/v3/auth/projects", "Looks up projects"],
  ["GET", "/v3/projects?name=eu-de", "Looks up projects"],
  ["GET", "/v3/auth/domains", "Looks up its domain"],
  ["GET", "/v3/auth/catalog", "Looks up where the services are"],
  ["GET", "/_obs/bucket/folder/file.rdb", "Downloads the file of a backup"],
  ["GET", "/v2", "Asks which versions the API has"],
  ["PUT", "/v2", "Asks for something that the services do not have"],
])("says what %s %s asks for", (method, path, asks) => {
  expect(row({ method, path }).asks).toBe(asks);
});

test.each<[Partial<JournalEntry>, string, string]>([
  [{ status: 200 }, "answered", "good"],
  [{ status: 204 }, "answered: there are none", "good"],
  [{ status: 200, method: "POST", effect: "done" }, "accepted", "good"],
  [{ status: 200, method: "POST", effect: "due" }, "accepted, takes effect later", "good"],
  [{ status: 400, code: "111400096" }, "refused: the instance is backuping (111400096)", "refused"],
  [{ status: 400, code: "DCS.4062" }, "refused: Invalid parameter in the request (DCS.4062)", "refused"],
  [{ status: 403, code: "DCS.2007" }, "refused: The policy does not allow this (DCS.2007)", "refused"],
  [{ status: 401, code: "APIGW.0301" }, "refused: Incorrect IAM authentication information (APIGW.0301)", "refused"],
  [{ status: 401 }, "refused: it was not proved who sent it", "refused"],
  [{ status: 403 }, "refused: the sender may not do this", "refused"],
  [{ status: 404 }, "refused: there is no such thing", "refused"],
  [{ status: 429 }, "refused: too many requests", "refused"],
  [{ status: 400 }, "refused: the request was not understood", "refused"],
  [{ status: 503 }, "the service failed", "broken"],
  [{ status: 503, effect: "done" }, "the service failed, but it was done", "broken"],
  [{ status: null }, "no answer, the connection was cut", "broken"],
  [{ status: null, effect: "due" }, "no answer, the connection was cut, but it will be done later", "broken"],
])("says what came of %j", (entry, outcome, tone) => {
  expect(row(entry)).toMatchObject({ outcome, tone });
});

test("shows of a query only what says what is looked for", () => {
  expect(row({ path: "/_obs/b/f?AWSAccessKeyId=K&Expires=1&Signature=a%3D" }).path).toBe(
    "/_obs/b/f?AWSAccessKeyId=…&Expires=…&Signature=…",
  );
  expect(row({ path: "/v2/p/instances?offset=0&limit=10&token=secret" }).path).toBe(
    "/v2/p/instances?offset=0&limit=10&token=…",
  );
});

test.each(["//", "//v2/p/instances", "///", "/v2//"])("shows the path %s as it was asked", (path) => {
  expect(row({ path }).path).toBe(path);
});

test("cuts what is too long for a part of a path", () => {
  expect(row({ path: `/v3/${"t".repeat(65)}` }).path).toBe("/v3/tttttttt…");
  expect(row({ path: BACKUP }).path).toBe(BACKUP);
});

test("keeps the code of a refusal in the journal, as it went out, and none where a fault was in the way", async () => {
  const simulator = createSimulator({ seed: "test" });
  const get = (path: string) => simulator.fetch(new Request(`http://dcs.test${path}`));
  await get("/v2/p/nothing");
  await get("/v1.0/p/nothing");
  await get(INSTANCE);
  await get("/v3/nothing");
  simulator.fault({ match: {}, then: { answer: { status: 503, when: "after" } } });
  await get(INSTANCE);
  expect(simulator.journal().map(({ code }) => code)).toEqual(["DCS.4001", "111404001", "APIGW.0301", null, null]);
});
