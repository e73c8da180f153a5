import type { DcsMeaning } from "./dcs-meanings";

/** Who refuses decides the shape of the body (`error-answer.ts`). */
export type Reason =
  | { readonly from: "dcs"; readonly meaning: DcsMeaning; readonly detail: string }
  | { readonly from: "gateway"; readonly status: number; readonly code: string; readonly message: string }
  | { readonly from: "iam"; readonly status: number; readonly message: string }
  | { readonly from: "control"; readonly status: number; readonly message: string };

/** Thrown where a rule is broken; `error-answer.ts` turns it into what goes out. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.from === "dcs" ? reason.meaning : reason.message);
    this.reason = reason;
  }
}

/** `detail` takes the place of `{0}` in the message. */
export function dcsRefusal(meaning: DcsMeaning, detail = ""): Refusal {
  return new Refusal({ from: "dcs", meaning, detail });
}

export function iamRefusal(status: number, message: string): Refusal {
  return new Refusal({ from: "iam", status, message });
}

export function controlRefusal(status: number, message: string): Refusal {
  return new Refusal({ from: "control", status, message });
}
