import type { Dice } from "../clock";
import { ARGUMENTS, OWN_INPUTS } from "./arguments";
import { makeMark } from "./mark";
import { isUnknown } from "./unknown";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Refuses bad arguments before anything is sent, and gives a new backup its mark.
 *
 * Unknown values pass. The name of the property stays empty in a failure, since the engine prints the value of a named one,
 * secrets included; the sentence names the argument instead.
 */
export function check(olds: Properties, news: Properties, dice: Dice) {
  const failures = refusals(news).map((reason) => ({ property: "", reason }));
  return { inputs: { ...news, ...plainEndpoint(news), ...markOf(olds, news, dice) }, failures };
}

/** Without a slash at its end, as it stands in the outputs: otherwise `diff` would see a change for ever. */
function plainEndpoint({ endpoint }: Properties): { endpoint?: string } {
  return typeof endpoint === "string" ? { endpoint: endpoint.replace(/\/+$/, "") } : {};
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
    reasons.push(`${name} is not an argument of a Backup. Its arguments are ${Object.keys(ARGUMENTS).join(", ")}.`);
  }
  return reasons;
}
