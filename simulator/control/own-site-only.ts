import type { MiddlewareHandler } from "hono";
import { controlRefusal } from "../answers/refusal";

/**
 * Refuses an order that a page of another site gives. A browser says which site asks, and no page may change what it says; a
 * client that is no browser says nothing.
 */
export const ownSiteOnly: MiddlewareHandler = async (c, next) => {
  const isOrder = c.req.method !== "GET" && c.req.method !== "HEAD";
  if (isOrder && c.req.header("sec-fetch-site") === "cross-site") {
    throw controlRefusal(403, "A page of another site gives no orders here.");
  }
  await next();
};
