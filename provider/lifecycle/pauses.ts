import type { Pause } from "../dcs/call";
import type { Operation } from "./operation";

/** In plain logs each message is a line: the same one is said again only after this many milliseconds. */
const QUIET = 5 * 60_000;

/** Says on the resource's row why nothing happens for a while; `purpose` as in "to delete", empty for a create. */
export function tellPauses({ clock, say }: Operation, owner: string, purpose = ""): (pause: Pause) => void {
  let last: { readonly text: string; readonly at: number } | undefined;
  return ({ kind, why }) => {
    const doing = kind === "in-line" ? "waiting in line" : "trying again";
    const text = `${doing}${purpose ? ` ${purpose}` : ""}: ${why}`;
    if (last?.text === text && clock.now() - last.at < QUIET) return;
    last = { text, at: clock.now() };
    say(owner, text);
  };
}
