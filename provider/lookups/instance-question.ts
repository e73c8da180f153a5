import type { LookupPlace } from "./place";

/** What {@link getInstance} asks: by ID or by name, not by both. A change of one of them counts for the next look. */
export interface GetInstanceArgs extends LookupPlace {
  /** The ID of the instance. Default: the one that `name` tells. */
  readonly instanceId?: string;
  /**
   * The whole name of the instance; several of that name are an error that lists their IDs. Default: whatever the one of
   * `instanceId` is named.
   */
  readonly name?: string;
}

/** What {@link getInstances} asks; what is left out does not matter. A change of one of them counts for the next look. */
export interface GetInstancesArgs extends LookupPlace {
  /** Only those of this whole name. Default: any name. */
  readonly name?: string;
  /** Only those of this status, such as `RUNNING`. Default: any status. */
  readonly status?: string;
}
