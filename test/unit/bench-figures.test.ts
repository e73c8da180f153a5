import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FIGURES } from "../../bench/figures";
import { groupsOf } from "../../bench/groups";
import { verdicts } from "../../bench/judge";
import { wider } from "../../bench/measure";
import { median, spread } from "../../bench/median";
import { behind, between, pages, RESULTS } from "../../bench/page";
import { inTurns, pairsOf } from "../../bench/pairs";
import type { Results } from "../../bench/results";
import { table } from "../../bench/table";
import { ROOT } from "../support/root";

const results = (figures: Results["figures"], extent: Results["extent"] = "quick"): Results => ({
  extent,
  figures,
  took: { some: 100 },
  machine: {
    date: "2026-11-24T10:00:00.000Z",
    commit: "abc",
    processor: "some",
    cores: 2,
    memory: 8,
    system: "linux",
    load: [0, 1],
    versions: "",
  },
});

test("the median is the middle one, and of an even number the mean of the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("no median of nothing");
  expect(spread([3, 1, 2])).toEqual([1, 3]);
});

test("ours and the limits are measured in turns, and take turns at being first", async () => {
  const order: string[] = [];
  const measured = await inTurns(3, ["ours", "limit"], (kind) => Promise.resolve(order.push(kind)));
  expect(order).toEqual(["ours", "limit", "limit", "ours", "ours", "limit"]);
  expect(measured).toEqual({ ours: [1, 4, 5], limit: [2, 3, 6] });
  expect(pairsOf(measured.ours, measured.limit)[1]).toEqual({ ours: 4, limit: 3 });
});

describe("a figure", () => {
  const judge = (value: number, most?: number) => {
    const exceptions = most === undefined ? {} : { state: { accepted: most, finding: "Seen in a profile." } };
    return verdicts(results({ state: { value } }), exceptions).find(({ id }) => id === "state")?.verdict;
  };

  test("at its goal has met it", () => {
    expect(judge(1_500)).toBe("met");
    expect(judge(1_500, 2_000)).toBe("met");
  });

  test("above its goal is missed, unless an exception accepts as much", () => {
    expect(judge(1_501)).toBe("missed");
    expect(judge(1_600, 1_600)).toBe("behind");
    expect(judge(1_601, 1_600)).toBe("missed");
  });

  test("that should be high is missed below its goal", () => {
    const of = (value: number) => verdicts(results({ simulator: { value } }), {}).find(({ id }) => id === "simulator");
    expect(of(FIGURES.simulator.goal)?.verdict).toBe("met");
    expect(of(FIGURES.simulator.goal - 1)?.verdict).toBe("missed");
  });

  test("that is no number has not met its goal", () => {
    expect(judge(NaN, 1_600)).toBe("missed");
  });

  test("that a run should have measured and did not is missed; one that such a run leaves out is not judged", () => {
    const of = (extent: Results["extent"]) => verdicts(results({}, extent), {});
    expect(of("quick").every(({ verdict }) => verdict === "missed")).toBe(true);
    expect(of("quick").map(({ id }) => id)).not.toContain("runs-300");
    expect(of("usual").map(({ id }) => id)).toEqual(expect.arrayContaining(["runs-300", "state"]));
    expect(of("usual").map(({ id }) => id)).not.toContain("runs-1000");
    expect(of("full").map(({ id }) => id)).toContain("runs-1000");
  });
});

test("the table has a row for each figure that was measured, with median, spread and goal", () => {
  const [, , ...rows] = table(
    results({ state: { value: 1_234 }, "runs-100": { value: 1.234, spread: [1.1, 1.357] } }),
    {},
  ).split("\n");
  expect(rows).toEqual([
    "| `up` + `destroy` of 100 backups, each at once | resources that do nothing | 1.23 | 1.10 to 1.36 | ≤ 1.10 | **missed** |",
    "| our inputs + outputs of a backup |  | 1,234 bytes | counted | ≤ 1,500 bytes | met |",
  ]);
});

test("goals that are missed for the same reason are told of together", () => {
  const many = { finding: "It grows." };
  const exceptions = {
    "runs-100": { accepted: 2, ...many },
    state: { accepted: 2_000, finding: "It is much." },
    bare: { accepted: 3, ...many },
  };
  const figures = { "runs-100": { value: 1.5 }, bare: { value: 2 }, state: { value: 1_600 } };
  expect(behind(results(figures, "usual"), exceptions).split("\n")).toEqual([
    expect.stringMatching(/^- \*\*.* of 100 backups.* \(accepted: 2\.00\), \*\*.* \(accepted: 3\.00\)\. It grows\.$/),
    expect.stringMatching(/^- \*\*our inputs.* \(accepted: 2,000 bytes\)\. It is much\.$/),
  ]);
});

test("figures can be taken anew by their names, and a name that such a run does not have is told", () => {
  const names = (...given: Parameters<typeof groupsOf>) => groupsOf(...given).map(({ name }) => name);
  expect(names("usual", ["300"])).toEqual(["300"]);
  expect(names("quick")).toEqual(expect.arrayContaining(["100", "requests"]));
  expect(() => groupsOf("quick", ["requests", "300"])).toThrow(
    "Such a run has no figures named 300; it has requests, ",
  );
});

test("what a smaller run leaves as it was is still judged", () => {
  expect(wider("usual", "full")).toBe("full");
  expect(wider("usual", "quick")).toBe("usual");
});

test("what was measured stands between its two remarks, and nothing else of the page changes", () => {
  const page = "before <!-- a -->old<!-- /a --> after";
  expect(between("a", "new", page)).toBe("before <!-- a -->\n\nnew\n\n<!-- /a --> after");
  expect(() => between("b", "new", page)).toThrow('no place "<!-- b --> … <!-- /b -->"');
});

test("docs/performance.md and its drawings are what its figures make of them (npm run bench -- --draw makes them)", async () => {
  const known = JSON.parse(readFileSync(join(ROOT, RESULTS), "utf8")) as Results; // what the bench wrote
  for (const { path, text } of await pages(known)) expect(readFileSync(join(ROOT, path), "utf8")).toBe(text);
});
