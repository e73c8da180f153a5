import type { z } from "zod";
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
type Shapes = Readonly<Record<string, z.ZodType>>;

/** Refuses bad arguments before anything is sent, and gives a new backup its mark. See {@link checked}. */
export function check(olds: Properties, news: Properties, means: CheckMeans) {
  const failures = [...refusals(news, ARGUMENTS, "Backup"), ...formatRefusals(news, means.apiVersion)];
  return checked({ ...news, ...markOf(olds, news, means.dice) }, failures);
}

/**
 * The answer of a check.
 *
 * Unknown values pass. The name of the property stays empty in a failure, since the engine prints the value of a named one,
 * secrets included; the sentence names the argument instead.
 */
export function checked(inputs: Properties, failures: readonly string[]) {
  return {
    inputs: { ...inputs, ...plainEndpoint(inputs) },
    failures: failures.map((reason) => ({ property: "", reason })),
  };
}

/** In the form in which it stands in the outputs: otherwise `diff` would see a change for ever. */
function plainEndpoint({ endpoint }: Properties): { endpoint?: string } {
  const plain = typeof endpoint === "string" ? baseUrlOf(endpoint) : undefined;
  return plain === undefined ? {} : { endpoint: plain };
}

/** The old mark stays; without one, an unknown (a preview) stands, and an `up` makes a new one. */
export function markOf(olds: Properties, news: Properties, dice: Dice): { mark: unknown } {
  if (typeof olds["mark"] === "string" && !isUnknown(olds["mark"])) return { mark: olds["mark"] };
  return { mark: news["mark"] ?? makeMark(String(news["owner"]), dice) };
}

/** What is wrong with the arguments of a resource of this kind, each in a sentence. */
export function refusals(news: Properties, shapes: Shapes, kind: string): string[] {
  const reasons: string[] = [];
  const names = Object.keys(shapes);
  for (const [name, shape] of Object.entries(shapes)) {
    if (isUnknown(news[name])) continue;
    const result = shape.safeParse(news[name]);
    if (!result.success) reasons.push(result.error.issues[0]?.message ?? `${name} is not valid.`);
  }
  const known = [...names, ...OWN_INPUTS];
  for (const name of Object.keys(news).filter((key) => !known.includes(key))) {
    const meant = names.find((argument) => argument.toLowerCase() === name.toLowerCase());
    const hint = meant ? `Did you mean ${meant}?` : `Its arguments are ${names.join(", ")}.`;
    reasons.push(`${name} is not an argument of a ${kind}. ${hint}`);
  }
  return reasons;
}

/** Only v2 lets a client choose the format; with v1.0 the choice would be ignored in silence. */
export function formatRefusals(news: Properties, versionOf: CheckMeans["apiVersion"]): string[] {
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
