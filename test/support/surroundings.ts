import type { Surroundings } from "../../provider/identity/sources";

/** What a test says of the world around the program; files by their paths. */
export interface Given {
  readonly config?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly proxy?: string;
}

/** Surroundings that hold what is given and nothing of this machine: home is `/home/me`, the current folder `/here`. */
export function surroundingsOf({ config = {}, environment = {}, files = {}, proxy }: Given): Surroundings {
  return {
    config: (key) => config[key],
    environment,
    file: (path) => files[path],
    home: "/home/me",
    folder: "/here",
    proxyFor: () => proxy,
  };
}
