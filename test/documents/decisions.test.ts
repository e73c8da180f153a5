import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dependencies as ofProvider } from "../../provider/package.json";
import { dependencies as ofSimulator } from "../../simulator/package.json";
import { ROOT } from "../support/root";
import { textOf } from "./documents";

const FOLDER = "docs/decisions";
const files = readdirSync(join(ROOT, FOLDER)).sort();

test("each runtime dependency of the package and of the simulator has its reason in a decision", () => {
  const page = (number: string) => textOf(join(FOLDER, files.find((file) => file.startsWith(number)) ?? ""));
  const reasons = (text: string) => [...text.matchAll(/^- `([^`]+)`: \S/gm)].map(([, name = ""]) => name).sort();
  expect(reasons(page("0002"))).toEqual(Object.keys(ofProvider).sort());
  expect(reasons(page("0003"))).toEqual(Object.keys(ofSimulator).sort());
});

test.each(files)("%s has its number, and says situation, decision, consequences and when to revisit it", (file) => {
  const text = textOf(join(FOLDER, file));
  const [, title] = /^# (\d+)\. \S/.exec(text) ?? [];
  expect(Number(title)).toBe(files.indexOf(file) + 1);
  expect(Number(file.slice(0, 4))).toBe(files.indexOf(file) + 1);
  const parts = [...text.matchAll(/^\*\*(\w+)(?:\.| when)\*\*/gm)].map(([, part]) => part);
  expect(parts).toEqual(["Situation", "Decision", "Consequences", "Revisit"]);
});
