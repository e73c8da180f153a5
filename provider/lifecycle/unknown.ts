/**
 * What stands for a value that is not known yet (`runtime.unknownValue` of @pulumi/pulumi, the same since its first release):
 * in a preview it arrives as this text, whatever the type of the property.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether a value is unknown, or holds something unknown at any depth. */
export function isUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(isUnknown);
}
