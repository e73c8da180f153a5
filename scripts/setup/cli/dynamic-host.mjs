import { copyFileSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { root } from "../places.mjs";

export const dynamicHost = "pulumi-resource-pulumi-nodejs";

/**
 * Puts into a folder the script by which the engine starts the host of dynamic resources, as it comes with the
 * `@pulumi/pulumi` of this clone. The vendor's releases have it beside the CLI, the Go modules do not; elsewhere on PATH the
 * engine would warn of it in every run.
 * @param {string} folder
 */
export function putDynamicHostInto(folder) {
  const wanted = join(root, "node_modules", "@pulumi", "pulumi", dynamicHost);
  const place = join(folder, dynamicHost);
  if (sameText(wanted, place)) return;
  mkdirSync(folder, { recursive: true });
  // By a rename, since another clone may be running it.
  const fresh = `${place}.${process.pid}`;
  copyFileSync(wanted, fresh);
  renameSync(fresh, place);
}

/** @param {string} one @param {string} other */
function sameText(one, other) {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
