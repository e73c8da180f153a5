import { faultSchema, type Fault } from "./fault";
import { readSentence } from "../read-sentence";

/** A fault, how many requests matched it, and how many of them met it. */
export type FaultView = Fault & { readonly matched: number; readonly used: number };

/** The faults that were asked for. Each counts all requests that match it; the first that is ready is what happens. */
export class Faults {
  #faults: { readonly fault: Fault; matched: number; used: number }[] = [];

  /** Throws a sentence when it is no fault. */
  add(spec: unknown): FaultView {
    const fault = readSentence(faultSchema, spec, "The fault");
    this.#faults.push({ fault, matched: 0, used: 0 });
    return { ...fault, matched: 0, used: 0 };
  }

  take(request: Request, principal: string): Fault | undefined {
    const matching = this.#faults.filter(({ fault }) => isMatch(fault.match, request, principal));
    for (const counted of matching) counted.matched += 1;
    const met = matching.find(({ fault, matched, used }) => matched > fault.after && used < fault.times);
    if (met !== undefined) met.used += 1;
    return met?.fault;
  }

  view(): FaultView[] {
    return this.#faults.map(({ fault, matched, used }) => ({ ...fault, matched, used }));
  }

  clear(): void {
    this.#faults = [];
  }
}

function isMatch({ method, path, principal }: Fault["match"], request: Request, sender: string): boolean {
  const { pathname, search } = new URL(request.url);
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || isFound(path, pathname + search)) &&
    (principal === undefined || isFound(principal, sender))
  );
}

/** As a part of the text, or as a regular expression where it is one. */
function isFound(wanted: string, text: string): boolean {
  if (text.includes(wanted)) return true;
  try {
    return new RegExp(wanted).test(text);
  } catch {
    return false;
  }
}
