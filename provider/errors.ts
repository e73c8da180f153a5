import type { DcsErrorCode } from "./error-codes";

export type { DcsErrorCode };

/** What DCS, its gateway or IAM said in a refusal; every field is absent when the answer did not hold it. */
export interface Said {
  readonly status: number;
  readonly code?: string;
  readonly text?: string;
  readonly requestId?: string;
}

/**
 * An error of this package: it says what was tried, on what, what the service said and what to do next.
 *
 * It is built from chosen fields only: it never holds a header, a request body or a credential.
 */
export class DcsError extends Error {
  override readonly name = "DcsError";
  readonly code: DcsErrorCode;
  readonly said?: Said;

  constructor(code: DcsErrorCode, message: string, said?: Said) {
    super(message);
    this.code = code;
    if (said) this.said = said;
  }
}

/** The service's words as they stand in a message: status, code, text and request id, as far as they are known. */
export function quote(said: Said): string {
  const parts = [`HTTP ${said.status}`];
  // IAM repeats the status as its code.
  if (said.code && said.code !== String(said.status)) parts.push(said.code);
  if (said.text) parts.push(`"${said.text}"`);
  if (said.requestId) parts.push(`request ${said.requestId}`);
  return parts.join(", ");
}

/**
 * Thrown once an ID is known and the work is not finished: the resource goes into the state with these outputs, and the
 * next `pulumi up` goes on with it. `reasons` is what the user reads.
 */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
  readonly id: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly reasons: readonly [string, ...string[]];

  constructor(id: string, outputs: Readonly<Record<string, unknown>>, reason: string) {
    super(reason);
    this.id = id;
    this.outputs = outputs;
    this.reasons = [reason];
  }
}
