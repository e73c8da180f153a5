/** The parties behind one address. */
export type Party = "dcs" | "iam" | "control";

/** Told apart by the path. */
export function partyOf(path: string): Party {
  const [, first] = path.split("/");
  if (first === "_simulator") return "control";
  return first === "v3" ? "iam" : "dcs";
}
