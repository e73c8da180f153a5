import { blocks } from "../documents/documents";
import { must } from "../support/must";
import { ROOT } from "../support/root";

/** Without what differs from run to run: IDs, names of backups, numbers, and how wide Pulumi made its table. */
function shape(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "<ID>").replaceAll(/\d+/g, "<number>"))
    .map((line) => line.replaceAll(/ +/g, " ").trim())
    .filter((line) => line !== "");
}

test("npm start ends well, and shows what README.md says it shows, line by line", async () => {
  const start = blocks().findIndex(({ page, text }) => page === "README.md" && text.includes("npm start"));
  const shown = shape(blocks()[start + 1]?.text ?? "");
  expect(shown.length).toBeGreaterThan(5);
  const printed = shape(await must("node", ["scripts/demo.mjs"], { folder: ROOT }));
  let rest = printed;
  for (const [index, line] of shown.entries()) {
    if (line === "…") continue;
    const mayLeaveOut = shown[index - 1] === "…";
    expect(mayLeaveOut ? rest : rest.slice(0, 1)).toContain(line);
    rest = rest.slice(rest.indexOf(line) + 1);
  }
}, 300_000);
