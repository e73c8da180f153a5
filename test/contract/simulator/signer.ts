// A signer of its own, written from the signing guide's rules, so that the simulator is not checked with its own code.
import { createHash, createHmac } from "node:crypto";

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface Unsigned {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  /** Lower-case names; all of them are signed, with `host` and `x-sdk-date`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The headers to send, with `authorization`. */
export function signed({ method, url, body = "", headers }: Unsigned, keys: Keys, now: number): Record<string, string> {
  const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const { host, pathname, searchParams } = new URL(url);
  const all: Record<string, string> = { host, ...headers, "x-sdk-date": date };
  const names = Object.keys(all).sort();
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const canonical = [
    method,
    `${pathname}/`.replace(/\/\/$/, "/"),
    query.join("&"),
    ...names.map((name) => `${name}:${all[name] ?? ""}`),
    "",
    names.join(";"),
    createHash("sha256").update(body).digest("hex"),
  ].join("\n");
  const text = `SDK-HMAC-SHA256\n${date}\n${createHash("sha256").update(canonical).digest("hex")}`;
  const signature = createHmac("sha256", keys.secretKey).update(text).digest("hex");
  const parts = [`Access=${keys.accessKey}`, `SignedHeaders=${names.join(";")}`, `Signature=${signature}`];
  return { ...all, authorization: `SDK-HMAC-SHA256 ${parts.join(", ")}` };
}

function encode(text: string): string {
  const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, escape);
}
