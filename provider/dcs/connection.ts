import type { DcsClient } from "./client";

/** What a resource itself says about where it is; each absent value is looked up. */
export interface PlaceArguments {
  readonly region?: string;
  readonly projectId?: string;
  readonly endpoint?: string;
  readonly apiVersion?: string;
  /** An entry of clouds.yaml, which is then the only source. */
  readonly cloud?: string;
}

/** A client, and the place that it really works at: these three go into the state. */
export interface Connection {
  readonly client: DcsClient;
  readonly region: string;
  readonly projectId: string;
  readonly endpoint: string;
}

/** Who is told what the user should know of a connection. */
export interface Tell {
  readonly say: (text: string) => void;
  /** For what the user must not miss. */
  readonly warn: (text: string) => void;
}

/** Connects to the place that the arguments tell, and where they are silent, to the one that is configured. */
export type Connect = (args: PlaceArguments, tell?: Tell) => Promise<Connection>;
