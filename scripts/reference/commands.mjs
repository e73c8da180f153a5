import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/** A page for each command: what it says of itself. */
export function commandPages() {
  return Object.entries(COMMANDS).map(([name, { program, about }]) => {
    const help = execFileSync(process.execPath, [join(root, program), "--help"], { encoding: "utf8" });
    return { file: `${name}.md`, text: `# ${name}\n\n${about}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`` };
  });
}

const COMMANDS = {
  "pulumi-dcs-backup": {
    program: "provider/bin/pulumi-dcs-backup.js",
    about:
      "For whoever looks after backups: it comes with the package, as `npx pulumi-dcs-backup`. When to use it is told in [operations.md](../operations.md). This is what `--help` prints:",
  },
  "dcs-simulator": {
    program: "simulator/bin/dcs-simulator.js",
    about:
      "DCS on this machine, without an account. Worlds, faults and options are told in [its README](../../simulator/README.md). This is what `--help` prints:",
  },
};
