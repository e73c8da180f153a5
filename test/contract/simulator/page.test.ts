import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBench, type Bench } from "./bench";

const FOLDER = join(__dirname, "../../../simulator/page/browser");
const BROWSER = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 10 });
});

test("serves the page at / to a browser, without credentials", async () => {
  const { status, headers, text } = await bench.send("GET", "/", BROWSER);
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(text).toContain("<h1>DCS simulator</h1>");
  expect(headers.get("vary")).toBe("accept");
});

test.each([{}, { headers: { accept: "*/*" } }, { headers: { accept: "application/json" } }])(
  "tells a client at / which versions the API has: %j",
  async (extra) => {
    expect(await bench.send("GET", "/", extra)).toMatchObject({ body: { versions: [{ id: "v1.0" }, { id: "v2" }] } });
    expect(bench.simulator.journal()).toMatchObject([{ method: "GET", path: "/", status: 200 }]);
  },
);

test("leaves all that the page fetches out of the journal, and out of the way of faults", async () => {
  bench.simulator.fault({ match: {}, then: { answer: { status: 503 } } });
  const paths = ["/favicon.ico", "/_simulator/page/page.js"];
  expect(await bench.send("GET", "/", BROWSER)).toMatchObject({ status: 200 });
  for (const path of paths) expect(await bench.send("GET", path)).toMatchObject({ status: 200 });
  const { status } = await bench.simulator.fetch(new Request("http://dcs.test/_simulator/events", { method: "HEAD" }));
  expect(status).toBe(200);
  expect(bench.simulator.journal()).toEqual([]);
  expect(bench.simulator.faults()).toMatchObject([{ matched: 0 }]);
});

test("lets nothing run that is not one of its own files", async () => {
  const { headers, text } = await bench.send("GET", "/", BROWSER);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|data:/);
  expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
});

test("serves every file of its folder, of the right kind, and no other", async () => {
  const kinds = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
  for (const name of readdirSync(FOLDER)) {
    const { status, headers, text } = await bench.send("GET", `/_simulator/page/${name}`);
    expect([name, status]).toEqual([name, 200]);
    expect(text).toBe(readFileSync(join(FOLDER, name), "utf8"));
    const kind = new Map(Object.entries(kinds)).get(name.split(".").at(-1) ?? "");
    expect(headers.get("content-type")?.split(";")[0]).toBe(kind);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  for (const name of ["nothing.js", "..%2Fview.ts", "..%2F..%2Fpackage.json"]) {
    expect(await bench.send("GET", `/_simulator/page/${name}`)).toMatchObject({ status: 404 });
  }
});

test("never makes HTML of a text", () => {
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(".js"))) {
    const text = readFileSync(join(FOLDER, name), "utf8");
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  }
});

test("refuses other methods at / as the service does", async () => {
  expect(await bench.send("POST", "/", BROWSER)).toMatchObject({ status: 405 });
  expect(bench.simulator.journal()).toHaveLength(1);
});
