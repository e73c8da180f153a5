/** The last word of a remark. */
export function markOf(record: { readonly remark: string | null } | undefined): string {
  return record?.remark?.split(" ").at(-1) ?? "";
}
