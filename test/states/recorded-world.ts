import type { WorldSpec } from "../../simulator/index";
import type { RecordedResource } from "./recorded";

/**
 * The cloud as a recorded state has left it, some time later: its backup is done, under the ID and the remark of then.
 *
 * @param twin The ID of a second backup with the same mark, where a repeated create has had two effects.
 */
export function worldOf({ outputs }: RecordedResource, twin?: string): WorldSpec {
  const { instanceId, backupId, description, mark, createdAt } = outputs;
  const remark = outputs["adopted"] === true ? "by hand" : [description, mark].filter(Boolean).join(" ");
  const made = { remark, createdAt: textIn({ createdAt }) };
  const ids = [textIn({ backupId }), ...(twin === undefined ? [] : [twin])];
  const backups = [...ids.map((id) => ({ ...made, id })), { remark: "somebody else's" }];
  return { instances: [{ id: textIn({ instanceId }), name: "sessions", backups }] };
}

/** The value of a field that is a text in every state. */
function textIn(field: Readonly<Record<string, unknown>>): string {
  const [name, value] = Object.entries(field)[0] ?? [];
  if (typeof value !== "string") throw new Error(`A recorded state lacks ${String(name)}.`);
  return value;
}
