import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/root";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quality-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(content: object): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("coverage is added up by room, and what stands beside the rooms is the ground", async () => {
  const { coverageByRoom } = await import("../../scripts/quality/rooms.mjs");
  const counts = (covered: number, total: number) => ({
    lines: { covered, total },
    branches: { covered: 1, total: 2 },
  });
  const file = report({
    total: counts(13, 17),
    [join(ROOT, "provider/dcs/call.ts")]: counts(3, 4),
    [join(ROOT, "provider/dcs/gate.ts")]: counts(5, 6),
    [join(ROOT, "provider/waiter.ts")]: counts(5, 7),
  });
  expect(coverageByRoom(file)).toEqual({
    dcs: { files: 2, lines: { reached: 8, all: 10 }, branches: { reached: 2, all: 4 } },
    ground: { files: 1, lines: { reached: 5, all: 7 }, branches: { reached: 1, all: 2 } },
  });
});

test("a mutant that never ends was noticed, one that no test reaches was not, and one that cannot run does not count", async () => {
  const { mutantsByRoom } = await import("../../scripts/quality/rooms.mjs");
  const mutants = ["Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "RuntimeError", "CompileError"];
  const file = report({ files: { "provider/dcs/retry.ts": { mutants: mutants.map((status) => ({ status })) } } });
  expect(mutantsByRoom(file)).toEqual({ dcs: { files: 1, noticed: 2, survived: 1, unreached: 1, leftOut: 3 } });
});
