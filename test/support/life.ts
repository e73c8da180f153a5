import type { Send } from "../../provider/dcs/exchange";

/** The life of one process of the provider, as far as its requests go. */
export interface Life {
  readonly send: Send;
  /** The process dies when so many more requests have been carried out: the answer to the last one reaches nobody. */
  dieAfter(requests: number): void;
  /** Resolves when it has died. */
  readonly death: Promise<void>;
}

const never = () => new Promise<never>(() => undefined);

export function lifeOf(send: Send): Life {
  let left = Number.POSITIVE_INFINITY;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  return {
    death,
    dieAfter(requests) {
      left = requests;
      if (left === 0) die();
    },
    async send(request, signal) {
      if (left <= 0) return never();
      left -= 1;
      const isLast = left === 0;
      const answer = send(request, signal);
      if (!isLast) return answer;
      await answer.catch(() => undefined);
      die();
      return never();
    },
  };
}
