import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Run, Screen } from "../../scripts/picture/screens.mjs";

const SIZE = { columns: 40, rows: 4 };
const bytes = (text: string) => new TextEncoder().encode(text);
const said = (runs: readonly Run[] | undefined) => runs?.map(({ column, text }) => [column, text]);

/** A screen of one word in each line. */
function screen(at: number, ...words: string[]): Screen {
  const look = { color: undefined, bold: false, dim: false, underline: false };
  return { at, lines: words.map((text) => (text ? [{ column: 0, text, ...look }] : [])) };
}

test("a recording is cut where its timing says, by bytes, behind the line that script itself writes", async () => {
  const { piecesOf } = await import("../../scripts/picture/timing.mjs");
  const pieces = piecesOf(bytes("Script started on …\nab├─c"), "0.5 2\n0.25 6\n1 1\n");
  expect(pieces.map((piece) => [piece.at, new TextDecoder().decode(piece.bytes)])).toEqual([
    [500, "ab"],
    [750, "├─"],
    [1750, "c"],
  ]);
});

test("long pauses are shortened, short ones are kept, and it begins at once", async () => {
  const { shortened } = await import("../../scripts/picture/timing.mjs");
  const given = [4000, 4100, 9100, 9700].map((at) => ({ at, bytes: bytes("x") }));
  expect(shortened(given, 600).map(({ at }) => at)).toEqual([0, 100, 700, 1300]);
});

test("the terminal tells what stands where, in which look, and what is written at once is one change", async () => {
  const { screensOf } = await import("../../scripts/picture/screens.mjs");
  const pieces = [
    { at: 0, bytes: bytes("\x1b[1;32m$\x1b[0m run\r\n+  \x1b[38;5;12mName") },
    { at: 50, bytes: bytes("\x1b[0m   Info") },
    { at: 500, bytes: bytes("\r-") },
  ];
  const [first, second, ...more] = await screensOf(pieces, SIZE);
  expect(more).toEqual([]);
  expect(first?.at).toBe(50);
  expect(said(first?.lines[0])).toEqual([
    [0, "$"],
    [1, " run"],
  ]);
  expect(first?.lines[0]?.[0]).toMatchObject({ color: 2, bold: true });
  expect(said(first?.lines[1])).toEqual([
    [0, "+"],
    [3, "Name"],
    [10, "Info"],
  ]);
  expect(first?.lines[1]?.[1]).toMatchObject({ color: 12, bold: false });
  expect(said(second?.lines[1])?.[0]).toEqual([0, "-"]);
});

test("what the drawing cannot show is refused, not left out", async () => {
  const { screensOf } = await import("../../scripts/picture/screens.mjs");
  await expect(screensOf([{ at: 0, bytes: bytes("\x1b[41mx") }], SIZE)).rejects.toThrow("has a background");
});

test("a line is there once as long as it stays the same, and what is left in the end has no end", async () => {
  const { spansOf } = await import("../../scripts/picture/spans.mjs");
  const spans = spansOf([screen(0, "a"), screen(100, "a", "b"), screen(200, "a", ""), screen(300, "a", "c")]);
  expect(spans.map(({ row, runs, from, to }) => [row, runs[0]?.text, from, to])).toEqual([
    [0, "a", 0, undefined],
    [1, "b", 100, 200],
    [1, "c", 300, undefined],
  ]);
});

test("the drawing shows what passes in its time, and ends with what stays, also without animation", async () => {
  const { drawing } = await import("../../scripts/picture/drawing.mjs");
  const { spansOf } = await import("../../scripts/picture/spans.mjs");
  const spans = spansOf([screen(0, "$ <first>"), screen(1000, "$ <first>", "50 %"), screen(2500, "$ <first>", "done")]);
  const svg = drawing(spans, { columns: 40, longestPause: 600 });
  expect(svg).toContain('<text y="0"><tspan x="0">$ &lt;first&gt;</tspan></text>');
  expect(svg).toContain('<text y="19" class="p" style="animation:seen 1.5s 1s"><tspan x="0">50 %</tspan></text>');
  expect(svg).toContain('<text y="19" style="animation:unseen 2.5s"><tspan x="0">done</tspan></text>');
  expect(svg).toContain("Pauses of more than 0.6 seconds are shortened to that.");
  expect(svg).toContain("At its end the terminal shows: $ &lt;first&gt;; done</desc>");
});

test("text is escaped, and what XML cannot hold is left out", async () => {
  const { escaped } = await import("../../scripts/picture/drawing.mjs");
  expect(escaped('a & <b> "c" \x1b[0m\x07└─')).toBe("a &amp; &lt;b&gt; &quot;c&quot; [0m└─");
});

test("a picture that would tell of the machine is refused", async () => {
  const { refusePrivateWords } = await import("../../scripts/picture/private-words.mjs");
  const words = ["/home/ada", "ada-laptop"];
  expect(() => {
    refusePrivateWords("at /home/ada/clone", words);
  }).toThrow("The picture would show /home/ada, so it is not made.");
  expect(() => {
    refusePrivateWords("Permalink: file:///x", words);
  }).toThrow("file://");
  refusePrivateWords("pulumi up", words);
});

test("the picture in docs/ is small, has its words for screen readers, ends with the proof, and tells of no machine", () => {
  const svg = readFileSync(join(__dirname, "../../docs/terminal.svg"), "utf8");
  expect(svg.length).toBeLessThan(150_000);
  expect(svg).toMatch(
    /<title id="title">pulumi up takes a backup.+<\/title>\n<desc id="about">A recording of the real Pulumi CLI/,
  );
  expect(svg).toMatch(/created \(\d+s\).+deleted \(.+has no backup\.<\/desc>/);
  expect(svg).toContain("@media (prefers-reduced-motion: reduce)");
  expect(svg).toMatch(/\d+ %, \d+ s<\/tspan>/);
  expect(svg).not.toMatch(/\/(home|tmp|root|Users|work)\b|file:\/\//);
});
