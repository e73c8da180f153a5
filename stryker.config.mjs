// npm run test:mutation: breaks each expression of the pure rooms, one at a time, and sees whether a quick test notices.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const jest = createRequire(import.meta.url)("./jest.config.cjs");

/** What decides and sends nothing: the signer, retry, the waiter, paging, arguments, diff, the precedence of settings. */
const PURE = [
  "waiter",
  "dcs/{reading,refusal,retry,settled,statuses,wire-values}",
  "identity/{canonical,credential-set,find-credentials,place,settings,signer,skew,sources}",
  "lifecycle/{arguments,check,diff,durations,late-listing,letters,mark,pace,passing,progress,sizes}",
  "restore/diff",
  "rotation/{check,diff,member}",
];

export default {
  mutate: PURE.map((files) => `provider/${files}.ts`),
  testRunner: "jest",
  // As scripts/jest.mjs does: got is an ES module.
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: {
    // There is one file of tests only.
    enableFindRelatedTests: false,
    config: {
      ...jest,
      testMatch: ["<rootDir>/test/mutation/every-quick-test.ts"],
      testEnvironment: fileURLToPath(import.meta.resolve("./test/mutation/until-one-fails.cjs")),
    },
  },
  coverageAnalysis: "perTest",
  // A table that is read once, when its file loads, is in no single test's coverage.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
  dryRunTimeoutMinutes: 15,
  tempDirName: ".local/stryker",
  ignorePatterns: [".local", "**/dist", "reports"],
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: ".local/mutation.json" },
  thresholds: { high: 95, low: 90, break: 85 },
};
