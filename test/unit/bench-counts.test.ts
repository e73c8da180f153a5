import { placeOf, summary } from "../../bench/cpu-profile";
import { runtimePackages } from "../../bench/measures/packages";

test("the packages that run are those that dependencies reach, each found as Node.js finds it", () => {
  const packages = {
    "": { dependencies: { unused: "1" } },
    provider: { dependencies: { got: "1", own: "1" } },
    "provider/node_modules/own": { dependencies: { shared: "2" } },
    "provider/node_modules/own/node_modules/shared": {},
    "node_modules/got": { dependencies: { shared: "1" } },
    "node_modules/shared": {},
    "node_modules/unused": {},
  };
  expect(runtimePackages({ packages })).toEqual([
    "node_modules/got",
    "node_modules/shared",
    "provider/node_modules/own",
    "provider/node_modules/own/node_modules/shared",
  ]);
});

test("a file of a profile is its package, our room or Node.js", () => {
  expect(placeOf("file:///c/node_modules/@grpc/grpc-js/build/a.js")).toBe("@grpc/grpc-js");
  expect(placeOf("/c/node_modules/got/node_modules/keyv/a.js")).toBe("keyv");
  expect(placeOf("/c/provider/dist/dcs/http.js")).toBe("provider/dcs");
  expect(placeOf("node:internal/url")).toBe("node");
});

test("what Node.js does counts for whoever asked it to, and idle time for nobody", () => {
  const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 0 });
  const profile = {
    nodes: [
      { id: 1, callFrame: frame("(root)", ""), children: [2, 3, 5] },
      { id: 2, callFrame: frame("(idle)", "") },
      { id: 3, callFrame: frame("send", "/c/node_modules/got/a.js"), children: [4] },
      { id: 4, callFrame: frame("write", "node:net") },
      { id: 5, callFrame: frame("tick", "node:timers") },
    ],
    samples: [2, 3, 4, 4, 5],
    timeDeltas: [9_000, 1_000, 2_000, 2_000, 3_000],
  };
  const { total, places, functions } = summary(profile);
  expect(total).toBe(8);
  expect(places).toEqual([
    { name: "got", ms: 5 },
    { name: "tick", ms: 3 },
  ]);
  expect(functions[0]).toEqual({ name: "write node:1", ms: 4 });
});
