import { z } from "zod";
import { maybeNumber, maybeText } from "./wire-values";

const Days = z.array(z.number()).catch([]);

const Plan = z.object({ backup_at: Days, begin_at: maybeText, period_type: maybeText });

const Policy = z
  .object({
    backup_policy_id: maybeText,
    policy: z.object({ backup_type: maybeText, save_days: maybeNumber, periodical_backup_plan: Plan.optional() }),
  })
  .transform(({ policy }) => ({
    /** `auto` or `manual`; by the latter nothing is done. */
    type: policy.backup_type,
    saveDays: policy.save_days,
    /** Monday is 1. */
    backupAt: policy.periodical_backup_plan?.backup_at ?? [],
    /** An hour in UTC, such as `02:00-03:00`. */
    beginAt: policy.periodical_backup_plan?.begin_at,
  }));

/**
 * An instance's backup policy: API reference, "Querying a DCS Instance". Nothing where there is none, and nothing where it
 * has another form: who looks for an instance shall not fail for its policy.
 */
export const BackupPolicy = Policy.optional().catch(undefined);
