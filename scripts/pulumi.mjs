// Runs the Pulumi CLI with this repository's own home, backend and passphrase: `npm run --silent pulumi -- stack ls`.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pulumiCli } from "./pulumi/cli.mjs";
import { pulumiEnvironment } from "./pulumi/environment.mjs";
import { root } from "./setup/places.mjs";

const child = spawn(pulumiCli().program, process.argv.slice(2), {
  // npm changes to the root of the repository; Pulumi is wanted where the user is.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: pulumiEnvironment({ home: join(root, ".local") }),
  stdio: "inherit",
});

// Ctrl-C reaches the CLI by itself, and its second press means something there: wait for it to end. SIGTERM reaches only us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
});
