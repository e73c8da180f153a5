import { createHash, createHmac } from "node:crypto";
import type { Simulation } from "../simulation";
import type { Instance } from "../world/instance";

/** The paths below which the buckets lie; in truth each has a host of its own (A2). */
export const STORAGE = "/_obs";

/** A bucket a project. */
export function bucketOf({ projectId }: Instance): string {
  return `bucket${projectId}`;
}

/** A link to a file that anybody may follow until it expires: the form is that of the sample (A2). */
export function signedLink(origin: string, instance: Instance, file: string, expires: number, simulation: Simulation) {
  const path = `${STORAGE}/${bucketOf(instance)}/${file}`;
  const query = new URLSearchParams({
    AWSAccessKeyId: "SIMULATORSTORAGE0001",
    Expires: String(expires),
    Signature: linkSignature(path, String(expires), simulation),
  });
  return `${origin}${path}?${query.toString()}`;
}

/** Made with a key that follows from the world, so that links outlive a restart of a simulator with the same world. */
export function linkSignature(path: string, expires: string, { world }: Simulation): string {
  const key = createHash("sha256")
    .update(world.users.map(({ secretKey }) => secretKey).join("/"))
    .digest();
  return createHmac("sha1", key).update(`GET\n${expires}\n${path}`).digest("base64");
}
