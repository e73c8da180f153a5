import { execFile } from "node:child_process";
import { join } from "node:path";
import type { Stack } from "./pulumi-stack";

const PROGRAM = join(__dirname, "../../provider/bin/pulumi-dcs-backup.js");

/** Runs `pulumi-dcs-backup leftovers` as a user does, in the project's folder. */
export async function leftovers(
  { folder, env }: Stack,
  ...args: string[]
): Promise<{ code: number; out: string; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, "leftovers", ...args], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, text: out + err });
    });
  });
}
