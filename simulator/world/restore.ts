import type { Settings } from "../options";
import type { Fixed } from "./backup";

/** One restore of one instance. Only facts are kept; its status is worked out from the time (`restore-stage.ts`). */
export interface Restore {
  readonly id: string;
  /** The instance that is overwritten. */
  readonly instanceId: string;
  readonly name: string;
  readonly remark: string | null;
  /** The backup it is taken from, as it was when the restore began: it may be gone later. */
  readonly source: RestoreSource;
  readonly createdAt: number;
  /** How many writes the instance had seen when it began. */
  readonly writesBefore: number;
  /** Lists do not show it before. */
  readonly listedFrom: number;
  /** Milliseconds from acceptance to the end. */
  readonly duration: number;
  /** How its progress looks while it runs. */
  readonly course: Settings["progress"];
  /** How it ends: null for success, else DCS's own code such as `dcs.08.0007`. */
  readonly failure: string | null;
  readonly fixed: Fixed;
}

interface RestoreSource {
  readonly backupId: string;
  readonly backupName: string;
  readonly backupRemark: string | null;
  readonly instanceId: string;
  readonly instanceName: string;
  readonly content: string;
}
