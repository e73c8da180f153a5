import { startSimulator } from "../../../simulator/index";
import { openBench, textAt, textLike, valueAt, type Bench } from "./bench";
import { signed } from "./signer";

let bench: Bench;
let backup: string;

beforeEach(async () => {
  bench = openBench({ pace: 0 });
  bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", { content: "revision 7" });
  const { body } = await bench.call("POST", bench.v2.backups, { body: '{"backup_format":"rdb"}' });
  backup = textAt(body, "backup_id");
});

function ask(body = '{"expiration":300}', id = backup) {
  return bench.call("POST", `${bench.v2.backups}/${id}/links`, { body });
}
async function linkOf(index = 0) {
  return new URL(textAt(valueAt((await ask()).body, "links", index), "link"));
}
function follow({ pathname, search }: URL) {
  return bench.send("GET", pathname + search);
}

test("names bucket, path and files, with a link to each", async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    body: {
      file_path: textLike(new RegExp(`/${backup}/$`)),
      bucket_name: textLike(/^bucket[0-9a-f]{32}$/),
      links: [
        { file_name: textLike(/^redis_.*\.rdb$/), link: textLike(/\.rdb\?AWSAccessKeyId=.*&Expires=.*&Signature=/) },
      ],
    },
  });
});

test("serves the file to whoever has the link: as many bytes as the record says, in Redis's format", async () => {
  const answer = await follow(await linkOf());
  expect(answer.status).toBe(200);
  expect(answer.text).toMatch(/^REDIS0009/);
  expect(answer.text).toContain("revision 7");
  expect(answer.headers.get("content-length") ?? "").toMatch(/^(880232)?$/);
});

test("serves an append-only file where that was asked for", async () => {
  const { body } = await bench.call("POST", bench.v2.backups, { body: '{"backup_format":"aof"}' });
  backup = textAt(body, "backup_id");
  const { text } = await follow(await linkOf());
  expect(text).toHaveLength(880_232);
  expect(text).toMatch(/^\*2\r\n\$0+6\r\nSELECT\r\n/);
  expect(text).toContain("\r\nrevision 7\r\n");
});

test("gives one file a shard for a cluster, together as large as the record says", async () => {
  const cluster = bench.v2.backups.replace(/instances\/[^/]+/, `instances/${bench.card.instances[1]?.id ?? ""}`);
  const id = textAt((await bench.call("POST", cluster, { body: '{"backup_format":"aof"}' })).body, "backup_id");
  const { text } = await bench.call("POST", `${cluster}/${id}/links`, { body: '{"expiration":300}' });
  const links = [...text.matchAll(/"link":"([^"]+)"/g)].map(([, link = ""]) => new URL(link));
  expect(links.map(({ pathname }) => /_(\d+-\d+)_/.exec(pathname)?.[1])).toEqual([
    "0-5461",
    "5462-10922",
    "10923-16383",
  ]);
  const sizes = await Promise.all(links.map(async (link) => (await follow(link)).text.length));
  expect(sizes.reduce((sum, size) => sum + size)).toBe(880_232);
});

test("serves it until the link expires, and no longer", async () => {
  const link = await linkOf();
  bench.pass(299.999);
  expect(await follow(link)).toMatchObject({ status: 200 });
  bench.pass(0.001);
  expect(await follow(link)).toMatchObject({ status: 403, text: textLike(/AccessDenied.*Request has expired/) });
});

test("serves nothing to a link that somebody changed, and nothing that was deleted", async () => {
  const link = await linkOf();
  const later = new URL(link);
  later.searchParams.set("Expires", "9999999999");
  expect(await follow(later)).toMatchObject({ status: 403, text: textLike(/SignatureDoesNotMatch/) });
  expect(await bench.send("GET", link.pathname)).toMatchObject({ status: 403 });
  await bench.call("DELETE", `${bench.backups}/${backup}`);
  expect(await follow(link)).toMatchObject({ status: 404, text: textLike(/NoSuchKey/) });
});

test.each([
  ["", "DCS.4004"],
  ["{}", "DCS.4062"],
  ['{"expiration":299}', "DCS.4062"],
  ['{"expiration":86401}', "DCS.4062"],
  ['{"expiration":300.5}', "DCS.4062"],
  ['{"expiration":"300"}', "DCS.4062"],
])("refuses %j", async (body, code) => {
  expect(await ask(body)).toMatchObject({ status: 400, body: { error_code: code } });
});

test("takes five minutes and a day", async () => {
  expect(await ask('{"expiration":300}')).toMatchObject({ status: 200 });
  expect(await ask('{"expiration":86400}')).toMatchObject({ status: 200 });
});

test("gives none for a backup that is missing, another instance's or unfinished", async () => {
  expect(await ask(undefined, "00000000-cebf-4473-95c4-d1b573c16e79")).toMatchObject({
    body: { error_code: "DCS.4031" },
  });
  bench.simulator.change({ pace: 60 });
  const young = await bench.takeBackup();
  expect(await ask(undefined, young)).toMatchObject({ status: 400, body: { error_code: "DCS.4026" } });
  const elsewhere = bench.v2.backups.replace(/instances\/[^/]+/, `instances/${bench.card.instances[1]?.id ?? ""}`);
  expect(await bench.call("POST", `${elsewhere}/${backup}/links`, { body: '{"expiration":300}' })).toMatchObject({
    body: { error_code: "DCS.4031" },
  });
});

test("is not there on v1.0", async () => {
  const answer = await bench.call("POST", `${bench.backups}/${backup}/links`, { body: '{"expiration":300}' });
  expect(answer).toMatchObject({ status: 404, body: { error: { code: "111404001" } } });
});

test("is served over a port too", async () => {
  const simulator = await startSimulator({ world: { instances: [{ name: "small", backups: [{ size: 4000 }] }] } });
  try {
    const { projectId, instances } = simulator.card;
    const id = simulator.world().instances[0]?.backups[0]?.id ?? "";
    const url = `${simulator.url}/v2/${projectId}/instances/${instances[0]?.id ?? ""}/backups/${id}/links`;
    const body = '{"expiration":300}';
    const headers = signed({ method: "POST", url, headers: {}, body }, simulator.card, Date.now());
    const answer: unknown = await (await fetch(url, { method: "POST", headers, body })).json();
    const file = await fetch(textAt(valueAt(answer, "links", 0), "link"));
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, 4000]);
  } finally {
    await simulator.close();
  }
});
