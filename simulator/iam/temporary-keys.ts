import type { Key } from "./keys";

/** A temporary access key with what must go along with it (IAM, "Obtaining a Temporary AK/SK"). */
export interface TemporaryKey extends Key {
  readonly accessKey: string;
  readonly securityToken: string;
  readonly expiresAt: number;
}

/** The temporary keys that were given out. */
export class TemporaryKeys {
  readonly #byAccessKey = new Map<string, TemporaryKey>();

  add(key: TemporaryKey): void {
    this.#byAccessKey.set(key.accessKey, key);
  }

  find(accessKey: string): TemporaryKey | undefined {
    return this.#byAccessKey.get(accessKey);
  }
}
