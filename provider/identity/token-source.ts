import type { Clock } from "../clock";
import type { TokenSource } from "./bearers";
import type { Token } from "./token";

/** A token is renewed this long before it ends, or a tenth of its life, if that is less. Milliseconds. */
const EARLY = 5 * 60_000;

/** Keeps a token: one request for it however many callers wait, and a new one shortly before it ends. */
export function tokenSource(fetchToken: () => Promise<Token>, clock: Clock, renewable = true): TokenSource {
  let pending: Promise<Token> | undefined;
  let issued: Token | undefined;
  let renewAt = 0;
  return {
    renewable,
    drop: () => {
      issued = undefined;
    },
    async current() {
      if (issued && clock.now() < renewAt) return issued;
      pending ??= fetchToken().finally(() => (pending = undefined));
      issued = await pending;
      renewAt = clock.now() + issued.life - Math.min(EARLY, issued.life / 10);
      return issued;
    },
  };
}
