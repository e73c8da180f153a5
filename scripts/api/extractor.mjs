import { ExtractorConfig } from "@microsoft/api-extractor";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { notes, root } from "../setup/places.mjs";

/** What a program, and what a state file, may import of the package; and the file in etc/ that says so. */
export const ENTRIES = [
  { from: "pulumi-dcs-backup", file: "index", report: "pulumi-dcs-backup.api.md" },
  { from: "pulumi-dcs-backup/provider", file: "provider", report: "pulumi-dcs-backup-provider.api.md" },
];

const SILENT = { default: { logLevel: "none" } };

/**
 * API Extractor for one entry: names and types only. That everything is described is a test's business, and that it
 * compiles the compiler's.
 *
 * @param {{ file: string, report: string }} entry
 */
export function extractorOf({ file, report }) {
  const projectFolder = join(root, "provider");
  const reportFolder = join(root, "etc");
  mkdirSync(reportFolder, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, "dist", `${file}.d.ts`),
      newlineKind: "lf",
      compiler: { tsconfigFilePath: join(projectFolder, "tsconfig.build.json") },
      apiReport: { enabled: true, reportFileName: report, reportFolder, reportTempFolder: join(notes, "api") },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        tsdocMessageReporting: SILENT,
        extractorMessageReporting: {
          ...SILENT,
          // A public declaration that leans on one which nobody can import: then the file says so, and is another one.
          "ae-forgotten-export": { logLevel: "warning", addToApiReportFile: true },
        },
      },
    },
  });
  return { config, report: `etc/${report}` };
}
