/** The oldest Node.js that loads an ES module, such as got, by `require` and without a warning. */
export const OLDEST_NODE = "22.13";

/**
 * Why this package cannot work on a Node.js of this version, as one sentence; nothing when it can.
 *
 * @param version As in `process.versions.node`, such as `20.20.2`.
 */
export function refusalOfNode(version: string): string | undefined {
  const [oldestMajor, oldestMinor] = numbersOf(OLDEST_NODE);
  const [major, minor] = numbersOf(version);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `pulumi-dcs-backup needs Node.js ${OLDEST_NODE} or newer, and Pulumi runs it on Node.js ${version}: put a newer node first on PATH, then run pulumi again.`;
}

function numbersOf(version: string): [major: number, minor: number] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return [major, minor];
}
