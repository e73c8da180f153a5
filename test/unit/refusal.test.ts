import { readRefusal } from "../../provider/dcs/refusal";

const of = (status: number, body: string, headers: Record<string, string> = {}) =>
  readRefusal({ status, headers, body });

test("DCS v1.0 nests its error", () => {
  const body = '{"error":{"code":"111404022","message":"This DCS instance does not exist."}}';
  expect(of(404, body, { "x-request-id": "r1" })).toEqual({
    status: 404,
    code: "111404022",
    text: "This DCS instance does not exist.",
    requestId: "r1",
    sense: "the instance does not exist",
    meaning: "instance-unknown",
    fromDcs: true,
  });
});

test("DCS v2 and the gateway do not", () => {
  expect(of(400, '{"error_code":"DCS.4096","error_msg":"busy","error_ext_msg":null}')).toMatchObject({
    meaning: "busy",
  });
  const gateway = '{"error_msg":"Incorrect IAM","error_code":"APIGW.0301","request_id":"r2"}';
  expect(of(401, gateway)).toMatchObject({ code: "APIGW.0301", requestId: "r2", meaning: "token", fromDcs: false });
});

test("IAM's code is a number", () => {
  const body = '{"error":{"code":401,"message":"The X-Auth-Token is invalid!","title":"Unauthorized"}}';
  expect(of(401, body)).toMatchObject({ code: "401", meaning: "token", fromDcs: false });
});

test.each(["", "<html>Not Found</html>", '{"error":', "null", "[]", '{"error":null}', '{"message":"no"}'])(
  "a body that says nothing leaves the status to speak: %j",
  (body) => {
    expect(of(404, body)).toEqual({ status: 404, meaning: "refused", fromDcs: false });
    expect(of(503, body)).toMatchObject({ meaning: "again" });
    expect(of(500, body)).toMatchObject({ meaning: "service-failure" });
  },
);

test("a long text is kept to one line of a bearable length", () => {
  const { text } = of(400, JSON.stringify({ error_code: "DCS.9999", error_msg: `a\n  b${"x".repeat(1_000)}` }));
  expect(text).toHaveLength(301);
  expect(text).toMatch(/^a bx+…$/);
});

test("what the request bore is taken out of whatever the answer repeats, before it is shortened", () => {
  const text = `${"x".repeat(280)} x-security-token:the-security-token, again the-security-token`;
  const body = JSON.stringify({ error_code: "APIGW.0301", error_msg: text, request_id: "the-security-token" });
  const refusal = readRefusal({ status: 401, headers: {}, body }, ["the-security-token"]);
  expect(JSON.stringify(refusal)).not.toContain("the-sec");
  expect(refusal.text).toMatch(/x-security-token:…/);
});

test("a secret that is repeated as JSON writes it is left out, too", () => {
  const body = JSON.stringify({ error: { code: 400, message: JSON.stringify({ password: 'Sec"ret' }) } });
  const { text } = readRefusal({ status: 400, headers: {}, body }, ['Sec"ret']);
  expect(text).toBe('{"password":"…"}');
});
