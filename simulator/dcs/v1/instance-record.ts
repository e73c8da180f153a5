import type { Instance } from "../../world/instance";
import { instanceFacts, specCode } from "../instance-facts";

/** An instance as v1.0 shows it (A-life). `task` is always null on v1.0. */
export function instanceRecordV1(instance: Instance, now: number) {
  return {
    ...instanceFacts(instance, now),
    resource_spec_code: specCode(instance),
    task: null,
    task_status: null,
    error_code: null,
  };
}
