import type { Consequence } from "./fault";

/** A fault in the journal's words, such as `reset after`, `answer DCS.4096 before` or `hold A at effect`. */
export function nameOf(then: Consequence): string {
  if ("answer" in then) return `answer ${then.answer.code ?? then.answer.status ?? ""} ${then.answer.when}`;
  if ("delay" in then) return `delay ${then.delay} at ${then.at}`;
  if ("hold" in then) return `hold ${then.hold} at ${then.at}`;
  if ("reset" in then) return `reset ${then.reset}`;
  if ("late" in then) return `late ${then.late} as ${then.as}`;
  if ("torn" in then) return "torn";
  if ("html" in then) return `html ${then.html} ${then.when}`;
  if ("empty" in then) return `empty ${then.when}`;
  if ("unauthorized" in then) return "unauthorized";
  if ("throttle" in then) return "throttle";
  return then satisfies never;
}
