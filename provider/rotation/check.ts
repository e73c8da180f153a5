import { checked, type CheckMeans, formatRefusals, markOf, refusals } from "../lifecycle/check";
import { ROTATION_ARGUMENTS } from "./arguments";

type Properties = Readonly<Record<string, unknown>>;

/** Refuses bad arguments before anything is sent, and gives a new rotation its mark. */
export function check(olds: Properties, news: Properties, means: CheckMeans) {
  const failures = [...refusals(news, ROTATION_ARGUMENTS, "BackupRotation"), ...formatRefusals(news, means.apiVersion)];
  return checked({ ...news, ...markOf(olds, news, means.dice) }, failures);
}
