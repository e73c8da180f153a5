import { isoTime } from "../timestamps";
import type { CacheMode, Instance } from "../world/instance";

const SPEC_CODES: Record<CacheMode, string> = {
  single: "dcs.single_node",
  ha: "dcs.master_standby",
  cluster: "dcs.cluster",
  proxy: "dcs.cluster",
  ha_rw_split: "dcs.master_standby",
};

/** The useful fields of an instance that both versions show (A-life). */
export function instanceFacts(instance: Instance) {
  return {
    instance_id: instance.id,
    name: instance.name,
    status: instance.status,
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
    instance_backup_policy: null,
  };
}

export function specCode({ cacheMode }: Instance): string {
  return SPEC_CODES[cacheMode];
}
