import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitServers } from "./git-server";

const open = gitServers();

jest.setTimeout(300_000);

test("destroying from a name and a runtime alone fails and keeps the backup; with the repository it is deleted", async () => {
  const { program, push, stack, clone, backups, state } = await open();
  await push(program);
  // What the operator makes of a Stack that is deleted, without runProgram: no program, no packages, and far from ours.
  const bare = mkdtempSync(join(tmpdir(), "project-info-"));
  try {
    writeFileSync(join(bare, "Pulumi.yaml"), "name: gitops\nruntime: nodejs\n");
    const destroy = ["destroy", "--stack", "prod", "--yes", "--skip-preview"];
    const { code, text } = await stack.run("-C", bare, ...destroy);
    expect(code).not.toBe(0);
    expect(text).toContain("Cannot find module '@pulumi/pulumi/cmd/dynamic-provider'");
    expect(backups()).toHaveLength(1);
    expect(state()).toContain("pulumi-nodejs:dynamic/dcs:Backup");

    expect(await stack.must("-C", clone, ...destroy, "--run-program")).toMatch(/- 2 deleted/);
    expect(backups()).toEqual([]);
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});
