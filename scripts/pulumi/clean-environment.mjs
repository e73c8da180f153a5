/** Names of variables that say who the caller is, in which cloud, and how their Pulumi is set up. */
const callers = /^(OS|HW|HUAWEICLOUD|PULUMI)_/;

/** Change what Node.js loads or how it prints, for a program that is not the caller's. */
const forNode = new Set(["NODE_OPTIONS", "NODE_PATH", "NODE_ENV"]);

/**
 * A copy of an environment without the caller's accounts, clouds and settings of Pulumi and Node.js.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutCaller(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !callers.test(name) && !forNode.has(name)));
}
