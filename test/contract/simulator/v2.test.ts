import { ANY_TEXT, openBench, textAt, valueAt, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 0 });
});

const create = (body: string) => bench.call("POST", bench.v2.backups, { body });
const list = (query = "") => bench.call("GET", bench.v2.backups + query);
const refusal = (status: number, code: string) => ({ status, body: { error_code: code, error_ext_msg: null } });

describe("create", () => {
  test.each([
    ["{}", "rdb", null],
    ['{"backup_format":"rdb"}', "rdb", null],
    ['{"remark":"nightly","backup_format":"aof"}', "aof", "nightly"],
  ])("takes %s", async (body, format, remark) => {
    expect(await create(body)).toMatchObject({ status: 200, body: { backup_id: ANY_TEXT } });
    expect(valueAt((await list()).body, "backup_record_response", 0)).toMatchObject({ backup_format: format, remark });
  });

  test.each([
    ["", refusal(400, "DCS.4004")],
    ["{", refusal(400, "DCS.4005")],
    ["[]", refusal(400, "DCS.4005")],
    ['{"backup_format":"RDB"}', refusal(400, "DCS.4062")],
    ['{"remark":7}', refusal(400, "DCS.4062")],
    [JSON.stringify({ remark: "x".repeat(129) }), refusal(400, "DCS.4098")],
  ])("refuses %j", async (body, expected) => {
    expect(await create(body)).toMatchObject(expected);
    expect(bench.simulator.world().instances[0]?.backups).toEqual([]);
  });

  test("refuses a second backup while one runs, and a single-node instance", async () => {
    bench = openBench({ pace: 60 });
    await create("{}");
    expect(await create("{}")).toMatchObject(refusal(400, "DCS.4096"));
    const single = bench.v2.backups.replace(/instances\/[^/]+/, `instances/${bench.card.instances[2]?.id ?? ""}`);
    expect(await bench.call("POST", single, { body: "{}" })).toMatchObject(refusal(400, "DCS.4086"));
  });
});

describe("list", () => {
  test("answers 204 without a body when there is no record, or 200 and none when told so", async () => {
    expect(await list()).toMatchObject({ status: 204, text: "" });
    bench.simulator.change({ emptyList: "200" });
    expect(await list()).toMatchObject({ status: 200, body: { backup_record_response: [], total_num: 0 } });
  });

  test("prints the format in lower case, and strings that are null as null, or as {} when told so", async () => {
    await create("{}");
    const record = async () => valueAt((await list()).body, "backup_record_response", 0);
    expect(await record()).toMatchObject({ backup_format: "rdb", remark: null, period: null, error_code: null });
    bench.simulator.change({ nullStrings: "object" });
    const printed = JSON.stringify(await record());
    for (const name of ["remark", "period", "error_code"]) expect(printed).toContain(`"${name}":{}`);
    expect(valueAt((await bench.call("GET", bench.backups)).body, "backup_record_response", 0)).toMatchObject({
      remark: null,
    });
  });

  describe("of five backups, one a day", () => {
    beforeEach(() => {
      const backups = [1, 2, 3, 4, 5].map((day) => ({
        remark: `day ${day}`,
        createdAt: `2026-02-0${day}T12:00:00Z`,
      }));
      bench = openBench({ world: { instances: [{ name: "history", backups }] } });
    });

    async function days(query: string) {
      const { body, text } = await list(query);
      return {
        days: [...text.matchAll(/day (\d)/g)].map(([, day]) => day).join(""),
        total: valueAt(body, "total_num"),
      };
    }

    test.each([
      ["", "54321", 5],
      ["?offset=0&limit=2", "54", 5],
      ["?offset=3&limit=2", "21", 5],
      ["?offset=5", "", 5],
      ["?begin_time=20260203120000", "543", 3],
      ["?end_time=20260202120000", "21", 2],
      ["?start=3&beginTime=20260205000000", "54321", 5],
    ])("counts offset from 0 and filters in UTC: %j", async (query, expected, total) => {
      expect(await days(query)).toEqual({ days: expected, total });
    });

    test.each([
      ["?offset=-1", "offset"],
      ["?offset=x", "offset"],
      ["?limit=0", "limit"],
      ["?limit=1001", "limit"],
      ["?begin_time=2026", "begin_time"],
    ])("refuses %s and names the parameter", async (query, name) => {
      expect(await list(query)).toMatchObject({
        status: 400,
        body: { error_code: "DCS.4062", error_msg: `Invalid ${name} parameter in the request.`, error_ext_msg: null },
      });
    });

    test("refuses an end that is not after the start with a code of its own", async () => {
      const answer = await list("?begin_time=20260203000000&end_time=20260202000000");
      expect(answer).toMatchObject(refusal(400, "DCS.4025"));
    });

    test("finds nothing in a span without records, and says so with 204", async () => {
      expect(await list("?begin_time=20260301000000")).toMatchObject({ status: 204, text: "" });
    });
  });
});

describe("delete", () => {
  test("answers 204 without a body, and the row is gone", async () => {
    const id = await bench.takeBackup();
    expect(await bench.call("DELETE", `${bench.v2.backups}/${id}`)).toMatchObject({ status: 204, text: "" });
    expect(await list()).toMatchObject({ status: 204 });
    expect(bench.statusOf(id)).toBe("deleted");
  });

  test("refuses a missing backup, a malformed id and an unknown instance", async () => {
    const missing = "00000000-cebf-4473-95c4-d1b573c16e79";
    const remove = (path: string) => bench.call("DELETE", path);
    expect(await remove(`${bench.v2.backups}/${missing}`)).toMatchObject(refusal(400, "DCS.4031"));
    expect(await remove(`${bench.v2.backups}/x`)).toMatchObject(refusal(400, "DCS.4062"));
    const elsewhere = bench.v2.backups.replace(/instances\/[^/]+/, `instances/${missing}`);
    expect(await remove(`${elsewhere}/${missing}`)).toMatchObject(refusal(404, "DCS.3022"));
  });
});

describe("instances", () => {
  test("are shown with their sub-status and the task that runs", async () => {
    bench = openBench({ pace: 60 });
    const shown = async () => (await bench.call("GET", bench.v2.instance)).body;
    expect(await shown()).toMatchObject({ status: "RUNNING", sub_status: "normal", task: null, spec_code: ANY_TEXT });
    await bench.takeBackup();
    expect(await shown()).toMatchObject({ status: "RUNNING", task: "BACKUPING" });
  });

  test("are listed from offset 0", async () => {
    const path = `/v2/${bench.card.projectId}/instances`;
    const names = async (query: string) => {
      const { text } = await bench.call("GET", path + query);
      return [...text.matchAll(/"name":"(\w+)"/g)].map(([, name]) => name).join(" ");
    };
    expect(await names("")).toBe("sessions catalogue scratch");
    expect(await names("?offset=1&limit=1")).toBe("catalogue");
    expect(await names("?name=scratch")).toBe("scratch");
    expect(await bench.call("GET", `${path}?limit=1001`)).toMatchObject(refusal(400, "DCS.4062"));
  });
});

describe("refusals of v2", () => {
  test("are written in its shape, and in v1.0's on v1.0", async () => {
    const { body } = await bench.call("GET", "/v2/x/nothing");
    const message = "The requested URL does not exist.";
    expect(body).toEqual({ error_code: "DCS.4001", error_msg: message, error_ext_msg: null });
    expect((await bench.call("GET", "/v1.0/x/nothing")).body).toEqual({ error: { code: "111404001", message } });
    expect(await bench.call("PUT", bench.v2.backups)).toMatchObject(refusal(405, "DCS.5001"));
  });

  test("tell another user and a missing token apart", async () => {
    expect(await bench.call("GET", bench.v2.backups, { as: "other-operator" })).toMatchObject(refusal(401, "DCS.1004"));
    const nobody = await bench.send("GET", bench.v2.backups);
    expect(nobody).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  });
});

test("a backup taken on one version is the same on the other", async () => {
  const id = textAt((await create('{"remark":"both"}')).body, "backup_id");
  expect((await bench.call("GET", bench.backups)).text).toContain(id);
  expect(await bench.call("DELETE", `${bench.backups}/${id}`)).toMatchObject({ status: 200 });
  expect(await list()).toMatchObject({ status: 204 });
});

describe("a version that is published no more", () => {
  const notPublished = { status: 404, body: { error_code: "APIGW.0101", request_id: ANY_TEXT } };

  test.each([
    ["v1.0", ["v2"]],
    ["v2", ["v1.0"]],
  ] as const)("%s: the gateway knows none of its paths, whoever asks", async (version, published) => {
    bench.simulator.change({ published: [...published] });
    const { backups } = version === "v2" ? bench.v2 : bench;
    expect(await bench.call("GET", backups)).toMatchObject(notPublished);
    expect(await bench.send("GET", backups)).toMatchObject(notPublished);
    expect(await bench.send("GET", `/${version}`)).toMatchObject(notPublished);
    expect((await bench.send("GET", "/")).text).not.toContain(version);
  });

  test("leaves the other version and IAM as they were", async () => {
    bench.simulator.change({ published: ["v2"] });
    const token = await bench.token();
    expect(await bench.send("GET", bench.v2.instance, { headers: { "x-auth-token": token } })).toMatchObject({
      status: 200,
    });
  });
});
