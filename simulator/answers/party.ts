/** The parties behind one address. */
export type Party = "dcs" | "iam" | "control";

/** Told apart by the path. */
export function partyOf(path: string): Party {
  const first = firstPart(path);
  if (first === "_simulator") return "control";
  return first === "v3" || first === "v3.0" ? "iam" : "dcs";
}

/** The version of DCS that a path speaks; what is in neither is answered as v1.0. */
export function versionOf(path: string): "v1.0" | "v2" {
  return firstPart(path) === "v2" ? "v2" : "v1.0";
}

function firstPart(path: string): string | undefined {
  return path.split("/")[1];
}
