import { OLDEST_NODE, refusalOfNode } from "../../provider/node-version";
import { engines } from "../../provider/package.json";

test.each(["22.13.0", "22.13.1", "22.20.0", "23.0.0", "24.21.0", "100.0.0", "22.13.0-nightly20250107"])(
  "Node.js %s is new enough",
  (version) => {
    expect(refusalOfNode(version)).toBeUndefined();
  },
);

test.each(["22.12.0", "22.9.0", "20.20.2", "8.17.0", "0.12.18", "22.12.99-rc.1"])(
  "Node.js %s is refused in one sentence that names it, and the one that is needed",
  (version) => {
    expect(refusalOfNode(version)).toBe(
      `pulumi-dcs-backup needs Node.js 22.13 or newer, and Pulumi runs it on Node.js ${version}: put a newer node first on PATH, then run pulumi again.`,
    );
  },
);

test("what is refused is what the package's own file names", () => {
  expect(engines.node).toBe(`>=${OLDEST_NODE}`);
});
