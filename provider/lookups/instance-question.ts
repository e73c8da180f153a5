import type { LookupPlace } from "./place";

/** What {@link getInstance} asks: by ID or by name. */
export interface GetInstanceArgs extends LookupPlace {
  /** The ID of the instance. Give this or `name`. */
  readonly instanceId?: string;
  /** The whole name of the instance; several of that name are an error that lists their IDs. Give this or `instanceId`. */
  readonly name?: string;
}

/** What {@link getInstances} asks; what is left out does not matter. */
export interface GetInstancesArgs extends LookupPlace {
  /** Only those of this whole name. */
  readonly name?: string;
  /** Only those of this status, such as `RUNNING`. */
  readonly status?: string;
}
