import { Unfinished } from "../errors";
import type { Member } from "./member";
import { reachedBy, rotationId, type RotationOutputs, withMembers } from "./outputs";

/**
 * What is known of a rotation while an operation works on it, so that whatever happens, the state gets every ID.
 */
export interface Ledger {
  /** The outputs of before, with the members as they are known now. */
  readonly outputs: RotationOutputs;
  /** Adds a member, or what is newly known of one. */
  put(member: Member): void;
  /** Strikes one that is gone. */
  strike(backupId: string): void;
  /** Another endpoint, or other credentials. */
  move(reach: { readonly endpoint: string; readonly cloud?: string }): void;
  /**
   * A failure with all that is known; as it is where nothing is known that the state does not hold. `keep`: with the rotation in
   * any case, since a backup that bears its mark may yet appear.
   */
  failure(error: unknown, keep?: boolean): unknown;
}

export function ledgerOf(olds: RotationOutputs): Ledger {
  let outputs = olds;
  let changed = false;
  const others = (backupId: string) => outputs.backups.filter((member) => member.backupId !== backupId);
  const become = (next: RotationOutputs) => {
    outputs = next;
    changed = true;
  };
  return {
    get outputs() {
      return outputs;
    },
    put(member) {
      become(withMembers(outputs, [...others(member.backupId), member]));
    },
    strike(backupId) {
      become(withMembers(outputs, others(backupId)));
    },
    move(reach) {
      outputs = reachedBy(outputs, reach);
    },
    failure(error, keep = false) {
      if (!changed && !keep) return error;
      const reason = error instanceof Error ? error.message : String(error);
      return new Unfinished(rotationId(outputs), { ...outputs }, reason);
    },
  };
}
