// Compares the package's public surface with the reviewed files of etc/; with --accept it writes them.
import { Extractor } from "@microsoft/api-extractor";
import { ENTRIES, extractorOf } from "./api/extractor.mjs";

const accept = process.argv.includes("--accept");

for (const entry of ENTRIES) {
  const { config, report } = extractorOf(entry);
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: accept,
    printApiReportDiff: true,
    messageCallback: (message) => {
      // What else it says is about its own command line.
      message.handled = message.messageId !== "console-api-report-diff";
    },
  });
  if (apiReportChanged && !accept) {
    console.error(
      `${report} is not what ${entry.from} makes public. If that is meant, run npm run api and review the file.`,
    );
    process.exitCode = 1;
  }
}
