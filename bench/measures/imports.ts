import { execFileSync } from "node:child_process";
import { median, spread } from "../median";
import type { Figures } from "../results";
import { ROOT } from "../root";

const TIMES = 9;

const SCRIPT = `
  require("@pulumi/pulumi");
  const began = performance.now();
  require("pulumi-dcs-backup");
  console.log(performance.now() - began);`;

/** What a program pays for importing the package once it has \`@pulumi/pulumi\`, as every program does; each in a new process. */
export function measureImport(): Promise<Figures> {
  const took = Array.from({ length: TIMES }, () =>
    Number(execFileSync(process.execPath, ["-e", SCRIPT], { cwd: ROOT, encoding: "utf8" })),
  );
  return Promise.resolve({ import: { value: median(took), spread: spread(took) } });
}
