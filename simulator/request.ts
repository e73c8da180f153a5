import type { Context } from "hono";
import type { Exchange } from "./exchange";
import type { SignedRequest } from "./iam/signature/canonical-request";
import type { Instance } from "./world/instance";

/** What the steps of one request leave for the next ones, in hono's terms. */
export interface Wire {
  Bindings: { exchange: Exchange };
  Variables: { instance: Instance };
}

/** The request as it came over the wire, for the signature. The host is the Host header's, else the URL's. */
export async function signedRequest({ req }: Context<Wire>): Promise<SignedRequest> {
  const { pathname, search, host } = new URL(req.url);
  const headers = new Map([["host", host], ...req.raw.headers]);
  const body = new Uint8Array(await req.arrayBuffer());
  return { method: req.method, path: pathname, query: search.slice(1), headers, body };
}
