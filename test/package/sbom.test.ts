import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runtimePackages } from "../../bench/measures/packages";
import { dependencies } from "../../provider/package.json";
import { must } from "../support/must";
import { ROOT } from "../support/root";
import { packTarball } from "./tarball";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

test("the bill of materials is the package's, and has every package that it runs with and no other", async () => {
  const { file, remove } = await packTarball();
  try {
    const text = await must("node", ["scripts/sbom.mjs", file], { folder: ROOT });
    const { metadata, components } = JSON.parse(text) as Bill; // as CycloneDX says
    expect(metadata.component.purl).toMatch(/^pkg:npm\/pulumi-dcs-backup@/);
    const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Parameters<
      typeof runtimePackages
    >[0];
    const wanted = runtimePackages(lock).map((place) => place.replace(/^.*node_modules\//, ""));
    expect(wanted.length).toBeGreaterThan(10);
    expect(components.map(nameOf).sort()).toEqual(wanted.sort());
    expect(Object.fromEntries(components.map((each) => [nameOf(each), each.version]))).toMatchObject(dependencies);
  } finally {
    remove();
  }
}, 120_000);

/** npm names a component after its folder. */
function nameOf({ purl }: Component): string {
  return decodeURIComponent(purl).replace(/^pkg:npm\/(.+)@.*$/, "$1");
}
