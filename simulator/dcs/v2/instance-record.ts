import { taskOf, type Instance } from "../../world/instance";
import { instanceFacts, specCode } from "../instance-facts";

/** An instance as v2 shows it (A-life): here a running backup is seen, as the task BACKUPING. */
export function instanceRecordV2(instance: Instance, now: number) {
  return {
    ...instanceFacts(instance, now),
    spec_code: specCode(instance),
    sub_status: "normal",
    task: taskOf(instance, now),
  };
}
