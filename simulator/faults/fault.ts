import { z } from "zod";
import { hasCode } from "../answers/answer-by-code";

const seconds = z.number("give a number of seconds").min(0, "give a number of at least 0");
const status = z.int("give an HTTP status").min(200, "give an HTTP status from 200").max(599, "give one up to 599");
const when = z.enum(["before", "after"], 'give "before" or "after" (the effect)');
const point = z.enum(["receipt", "effect"], 'give "receipt" or "effect"');
const only = z.literal(true, "give true");

const consequences = {
  /** An answer of ours; by default instead of the effect. `code`: any of DCS's or the gateway's. `body`: text or JSON. */
  answer: z
    .strictObject({
      status: status.optional(),
      code: z
        .string()
        .refine(hasCode, "give a code of DCS or of the gateway, such as DCS.4096 or APIGW.0308")
        .optional(),
      body: z.json().optional(),
      headers: z.record(z.string(), z.string()).default({}),
      when: when.default("before"),
    })
    .refine(({ status, code }) => status !== undefined || code !== undefined, "give a status or a code"),
  /** Seconds to wait: on receipt by default, or after the effect. */
  delay: seconds,
  /** Waits under this name until it is released: on receipt by default, or after the effect. */
  hold: z.string().min(1, "give a name to release it by"),
  /** The connection is reset, and the effect was not or was taken. */
  reset: when,
  /** The connection is reset at once, or a 504 given; the effect is taken so many seconds later. */
  late: seconds,
  /** The answer, with its body cut in the middle. */
  torn: only,
  /** A page of HTML with this status; by default instead of the effect. */
  html: status,
  /** 200 with an empty body; by default after the effect. */
  empty: only,
  /** 401. A token that was used is expired from now on. */
  unauthorized: only,
  /** 429, with Retry-After when it is given: as seconds, or as the `date` a minute ahead. */
  throttle: z.strictObject({
    retryAfter: z.union([seconds, z.literal("date")], 'give seconds or "date"').optional(),
  }),
} as const;

const { answer, delay, hold, reset, late, torn, html, empty, unauthorized, throttle } = consequences;

const consequence = z.union(
  [
    z.strictObject({ answer }),
    z.strictObject({ delay, at: point.default("receipt") }),
    z.strictObject({ hold, at: point.default("receipt") }),
    z.strictObject({ reset }),
    z.strictObject({ late, as: z.enum(["reset", "504"]).default("reset") }),
    z.strictObject({ torn }),
    z.strictObject({ html, when: when.default("before") }),
    z.strictObject({ empty, when: when.default("after") }),
    z.strictObject({ unauthorized }),
    z.strictObject({ throttle }),
  ],
  `give one of ${Object.keys(consequences).join(", ")}`,
);

/** Which requests meet a fault, how many of them, and what happens to them. */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().toUpperCase().optional(),
      /** A part of the path with its query, or a regular expression. */
      path: z.string().optional(),
      /** The same of who says to have sent it, such as `backup-operator (token)`. */
      principal: z.string().optional(),
    })
    .default({}),
  times: z.int("give a whole number").min(1, "give a number of at least 1").default(1),
  /** So many matching requests pass first. */
  after: z.int("give a whole number").min(0, "give a number of at least 0").default(0),
  then: consequence,
});

/** A fault as it is asked for. */
export type FaultSpec = z.input<typeof faultSchema>;

/** The same with its defaults. */
export type Fault = z.output<typeof faultSchema>;

export type Consequence = Fault["then"];
