import { isoTime } from "../timestamps";
import type { BackupPolicy } from "../world/backup-policy";
import { statusOf, type CacheMode, type Instance } from "../world/instance";

const SPEC_CODES: Record<CacheMode, string> = {
  single: "dcs.single_node",
  ha: "dcs.master_standby",
  cluster: "dcs.cluster",
  proxy: "dcs.cluster",
  ha_rw_split: "dcs.master_standby",
};

/** The useful fields of an instance that both versions show (A-life). */
export function instanceFacts(instance: Instance, now: number) {
  return {
    instance_id: instance.id,
    name: instance.name,
    status: statusOf(instance, now),
    cache_mode: instance.cacheMode,
    engine: "Redis",
    engine_version: instance.engineVersion,
    capacity: Math.floor(instance.capacity),
    capacity_minor: instance.capacity < 1 ? instance.capacity.toString().replace(/^0/, "") : "",
    max_memory: Math.round(instance.capacity * 1024),
    used_memory: 6,
    ip: "192.168.0.100",
    port: 6379,
    created_at: isoTime(instance.createdAt),
    no_password_access: "false",
    instance_backup_policy: instance.backupPolicy && policyRecord(instance.backupPolicy, instance.projectId),
  };
}

/** The policy in the form of the answer (A-life). */
function policyRecord(policy: BackupPolicy, tenantId: string) {
  return {
    backup_policy_id: policy.id,
    created_at: isoTime(policy.createdAt),
    updated_at: isoTime(policy.updatedAt),
    tenant_id: tenantId,
    policy: {
      backup_type: policy.type,
      save_days: policy.saveDays,
      periodical_backup_plan: {
        timezone_offset: policy.timezoneOffset,
        backup_at: policy.backupAt,
        period_type: policy.periodType,
        begin_at: policy.beginAt,
      },
    },
  };
}

export function specCode({ cacheMode }: Instance): string {
  return SPEC_CODES[cacheMode];
}
