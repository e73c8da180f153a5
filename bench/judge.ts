import { EXCEPTIONS, type Exception } from "./exceptions";
import { FIGURE_IDS, type FigureId, FIGURES } from "./figures";
import { EXTENTS, type Results } from "./results";

/** What came of one figure. */
export interface Verdict {
  readonly id: FigureId;
  /** Met its goal; behind it within a reviewed exception; or missed. */
  readonly verdict: "met" | "behind" | "missed";
  /** Nothing where it should have been measured, and was not. */
  readonly value: number | undefined;
  readonly exception?: Exception;
}

/** Holds what was measured against the goals and the exceptions; figures that such a run leaves out are not judged. */
export function verdicts({ extent, figures }: Pick<Results, "extent" | "figures">, exceptions = EXCEPTIONS): Verdict[] {
  return FIGURE_IDS.filter((id) => EXTENTS.indexOf(FIGURES[id].since) <= EXTENTS.indexOf(extent)).map((id) => {
    const value = figures[id]?.value;
    const exception = exceptions[id];
    const { goal, atLeast } = FIGURES[id];
    const isWithin = (bound: number) => value !== undefined && (atLeast ? value >= bound : value <= bound);
    if (isWithin(goal)) return { id, verdict: "met", value };
    if (exception && isWithin(exception.accepted)) return { id, verdict: "behind", value, exception };
    return { id, verdict: "missed", value };
  });
}
