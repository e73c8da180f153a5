import type { JournalEntry } from "../journal";
import type { World } from "../world/world";
import { shownPath } from "./shown-path";
import { whatCameOfIt, type Outcome } from "./what-came-of-it";
import { whatItAsks } from "./what-it-asks";

/** A request as the page shows it: no secret is in it, and it says what it means. */
export interface JournalRow {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  /** Null when no answer was given. */
  readonly status: number | null;
  readonly asks: string;
  readonly outcome: string;
  readonly tone: Outcome["tone"];
  readonly principal: string | null;
  readonly fault: string | null;
  /** Whether it changed the simulated cloud, or will. */
  readonly changes: boolean;
}

export function journalRow(entry: JournalEntry, { instances }: World): JournalRow {
  const { requestId: id, time, method, path, status, principal, fault, effect } = entry;
  const nameOf = (instanceId: string) => instances.find((each) => each.id === instanceId)?.name ?? "an instance";
  const { words, tone } = whatCameOfIt(entry);
  return {
    id,
    time,
    method,
    path: shownPath(path),
    status,
    asks: whatItAsks(method, path, nameOf),
    outcome: words,
    tone,
    principal,
    fault,
    changes: effect !== "none",
  };
}
