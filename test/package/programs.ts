/** A Pulumi program as a user writes it: what its package.json says besides its dependencies, and its files. */
export interface Program {
  readonly packageJson: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

const TSCONFIG = JSON.stringify({
  compilerOptions: { target: "es2023", module: "node20", strict: true, noEmit: true, types: ["node"] },
  files: ["index.ts"],
});
const FOR_TYPESCRIPT = { typescript: "6.0.3", "@types/node": "^24" };

const typed = (instanceId: string) => `
  import { Backup, type BackupArgs } from "pulumi-dcs-backup";
  const args: BackupArgs = { instanceId: "${instanceId}", description: "before release", triggers: { release: 1 } };
  const backup = new Backup("before-release", args);
  export const backupId = backup.backupId;
  export const status = backup.status;
`;

/** One program in the three ways to write it; the outputs of the stack are the same. */
export const PROGRAMS = {
  "TypeScript, CommonJS": (instanceId) => ({
    packageJson: { main: "index.ts" },
    devDependencies: FOR_TYPESCRIPT,
    files: { "index.ts": typed(instanceId), "tsconfig.json": TSCONFIG },
  }),
  // With ts-node 10 in the project, Pulumi's SDK turns to ES modules by itself. The last line compiles in one only.
  "TypeScript, ES module": (instanceId) => ({
    packageJson: { type: "module", main: "index.ts" },
    devDependencies: { ...FOR_TYPESCRIPT, "ts-node": "10.9.2" },
    files: {
      "index.ts": `${typed(instanceId)}  await Promise.resolve(import.meta.url);\n`,
      "tsconfig.json": TSCONFIG,
    },
  }),
  JavaScript: (instanceId) => ({
    packageJson: { main: "index.js" },
    devDependencies: {},
    files: {
      "index.js": `
        const { Backup } = require("pulumi-dcs-backup");
        const args = { instanceId: "${instanceId}", description: "before release", triggers: { release: 1 } };
        const backup = new Backup("before-release", args);
        exports.backupId = backup.backupId;
        exports.status = backup.status;
      `,
    },
  }),
} as const satisfies Record<string, (instanceId: string) => Program>;

export type Language = keyof typeof PROGRAMS;
