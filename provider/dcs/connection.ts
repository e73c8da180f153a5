import type { DcsClient } from "./client";

/** What a resource itself says about where it is; each absent value is looked up. */
export interface PlaceArguments {
  readonly region?: string;
  readonly projectId?: string;
  readonly endpoint?: string;
  readonly apiVersion?: string;
}

/** A client, and the place that it really works at: these three go into the state. */
export interface Connection {
  readonly client: DcsClient;
  readonly region: string;
  readonly projectId: string;
  readonly endpoint: string;
}

/** Connects to the place that the arguments tell, and where they are silent, to the one that is configured. */
export type Connect = (args: PlaceArguments) => Promise<Connection>;
