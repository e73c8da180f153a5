import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { providerOutline, simulatorOutline } from "../completion/outline.mjs";
import { root } from "../setup/places.mjs";

/** A page for each program: what it and each of its commands say of themselves. */
export function commandPages() {
  return PROGRAMS.map(({ outline, file, about }) => {
    const { program, commands } = outline();
    const help = (/** @type {string[]} */ ...words) => {
      const text = execFileSync(process.execPath, [join(root, file), ...words, "--help"], { encoding: "utf8" });
      return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
    };
    const parts = commands.map(({ name }) => `## ${program} ${name}\n\n${help(name)}`);
    return { file: `${program}.md`, text: [`# ${program}`, about, help(), ...parts].join("\n\n") };
  });
}

const PROGRAMS = [
  {
    outline: providerOutline,
    file: "provider/bin/pulumi-dcs-backup.js",
    about:
      "For whoever looks after backups: it comes with the package, as `npx pulumi-dcs-backup`. When to use it is told in [operations.md](../operations.md). This is what `--help` prints, and then what it prints after each command:",
  },
  {
    outline: simulatorOutline,
    file: "simulator/bin/dcs-simulator.js",
    about:
      "DCS on this machine, without an account. Worlds, faults and options are told in [its README](../../simulator/README.md). This is what `--help` prints, and then what it prints after its one command:",
  },
];
