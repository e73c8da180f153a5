/** ts-jest only transpiles here (`isolatedModules`); types are checked by `npm run typecheck`. */
module.exports = {
  testEnvironment: "node",
  // Generous, since the real CLI is slow on a busy machine; no test waits for time to pass.
  testTimeout: 120_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json" }] },
  modulePathIgnorePatterns: ["/dist/", "<rootDir>/.local/"],
};
