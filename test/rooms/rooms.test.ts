import { allSources } from "./sources";
import * as rules from "./rules";

// The house of the package, proved from what its files really import. What each rule catches is shown in planted.test.ts.
const sources = allSources();

test.each([
  ["no file is longer than 250 lines", rules.noLongFile],
  ["every file of the package is in a room", rules.everyFileHasARoom],
  ["no room knows the room above it", rules.noRoomKnowsTheOneAbove],
  ["the simulator and the package know nothing of each other", rules.simulatorAndProviderAreStrangers],
  ["only the front rooms run @pulumi/pulumi", rules.onlyFrontRoomsRunPulumi],
  ["only dcs/http.ts imports got", rules.onlyHttpImportsGot],
  ["only identity/ reads process.env", rules.onlyIdentityReadsTheEnvironment],
  ["only the signer computes an HMAC", rules.onlyTheSignerComputesAnHmac],
])("%s", (_, rule) => {
  expect(sources.flatMap(rule)).toEqual([]);
});

test("every import of the package names its module, so that the rules can judge it", () => {
  const own = sources.filter(({ path }) => /^(provider|simulator)\//.test(path));
  expect(own.flatMap(rules.everyImportIsReadable)).toEqual([]);
});

test("the rules were shown the whole package", () => {
  const paths = sources.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["provider/index.ts", "provider/dcs/http.ts", "simulator/cli.ts"]));
});
