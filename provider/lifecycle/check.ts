import { baseUrlOf } from "../base-url";
import type { Dice } from "../clock";
import type { ApiVersion } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";
import { ARGUMENTS, OWN_INPUTS } from "./arguments";
import { makeMark } from "./mark";
import { isUnknown } from "./unknown";

/** What a check needs besides the values. */
export interface CheckMeans {
  readonly dice: Dice;
  /** The version of the API that counts for these arguments; where they are silent, the configured one. */
  readonly apiVersion: (place: Pick<PlaceArguments, "apiVersion" | "cloud">) => ApiVersion;
}

type Properties = Readonly<Record<string, unknown>>;

/**
 * Refuses bad arguments before anything is sent, and gives a new backup its mark.
 *
 * Unknown values pass. The name of the property stays empty in a failure, since the engine prints the value of a named one,
 * secrets included; the sentence names the argument instead.
 */
export function check(olds: Properties, news: Properties, { dice, apiVersion }: CheckMeans) {
  const failures = [...refusals(news), ...formatRefusals(news, apiVersion)].map((reason) => ({ property: "", reason }));
  return { inputs: { ...news, ...plainEndpoint(news), ...markOf(olds, news, dice) }, failures };
}

/** In the form in which it stands in the outputs: otherwise `diff` would see a change for ever. */
function plainEndpoint({ endpoint }: Properties): { endpoint?: string } {
  const plain = typeof endpoint === "string" ? baseUrlOf(endpoint) : undefined;
  return plain === undefined ? {} : { endpoint: plain };
}

/** The old mark stays; without one, an unknown (a preview) stands, and an `up` makes a new one. */
function markOf(olds: Properties, news: Properties, dice: Dice): { mark: unknown } {
  if (typeof olds["mark"] === "string" && !isUnknown(olds["mark"])) return { mark: olds["mark"] };
  return { mark: news["mark"] ?? makeMark(String(news["owner"]), dice) };
}

function refusals(news: Properties): string[] {
  const reasons: string[] = [];
  for (const [name, shape] of Object.entries(ARGUMENTS)) {
    if (isUnknown(news[name])) continue;
    const result = shape.safeParse(news[name]);
    if (!result.success) reasons.push(result.error.issues[0]?.message ?? `${name} is not valid.`);
  }
  const known = [...Object.keys(ARGUMENTS), ...OWN_INPUTS];
  for (const name of Object.keys(news).filter((key) => !known.includes(key))) {
    const meant = Object.keys(ARGUMENTS).find((argument) => argument.toLowerCase() === name.toLowerCase());
    const hint = meant ? `Did you mean ${meant}?` : `Its arguments are ${Object.keys(ARGUMENTS).join(", ")}.`;
    reasons.push(`${name} is not an argument of a Backup. ${hint}`);
  }
  return reasons;
}

/** Only v2 lets a client choose the format; with v1.0 the choice would be ignored in silence. */
function formatRefusals(news: Properties, versionOf: CheckMeans["apiVersion"]): string[] {
  const { backupFormat, apiVersion, cloud } = news;
  if (backupFormat === undefined || isUnknown(apiVersion) || isUnknown(cloud)) return [];
  const valid = ARGUMENTS.apiVersion.safeParse(apiVersion);
  const place = {
    ...(valid.data === undefined ? {} : { apiVersion: valid.data }),
    ...(typeof cloud === "string" ? { cloud } : {}),
  };
  if (!valid.success || versionOf(place) === "v2") return [];
  return [
    'backupFormat can be chosen with v2 of the API only. Set apiVersion: "v2" (or pulumi config set dcs:apiVersion v2), or leave backupFormat out.',
  ];
}
