/**
 * What a refusal means for us.
 *
 * - `busy`: the instance is occupied with something that ends by itself: wait in line.
 * - `again`: a passing failure of the service: repeat soon, a bounded number of times.
 * - `token`: the token is not taken: renew it once.
 * - the others are final, and become the error of the same meaning.
 */
export type Meaning =
  | "busy"
  | "again"
  | "token"
  | "instance-unknown"
  | "instance-unsuitable"
  | "not-allowed"
  | "credentials-refused"
  | "refused"
  | "service-failure";

/** One row of the error table: the code's twins in both API versions, and its sense in words. */
interface CodeRow {
  readonly v1?: string;
  readonly v2?: string;
  readonly meaning: Meaning;
  readonly sense: string;
}

const row = (v1: string | undefined, v2: string | undefined, meaning: Meaning, sense: string): CodeRow => ({
  ...(v1 ? { v1 } : {}),
  ...(v2 ? { v2 } : {}),
  meaning,
  sense,
});

/** DCS's own codes: appendix "Error Code" of its API reference; v1.0 and v2 twins are one row. */
const DCS_CODES: readonly CodeRow[] = [
  row("111400002", "DCS.4002", "refused", "the project ID is malformed"),
  row("111400004", "DCS.4004", "refused", "the request body is empty"),
  row("111400005", "DCS.4005", "refused", "the request body is not JSON"),
  row("111400017", "DCS.4017", "busy", "a job of the instance is still running"),
  row("111400026", "DCS.4026", "busy", "the instance's present state does not allow it"),
  row("111400061", "DCS.4061", "refused", "the instance ID is malformed"),
  row("111400062", "DCS.4062", "refused", "a parameter is invalid"),
  row("111400063", "DCS.4063", "refused", "a parameter is invalid"),
  row(undefined, "DCS.4049", "busy", "the instance is not running"),
  row("111400086", "DCS.4086", "instance-unsuitable", "single-node instances cannot be backed up"),
  row("111400095", "DCS.4095", "instance-unsuitable", "the instance does not support backups"),
  row("111400096", "DCS.4096", "busy", "a backup of the instance is running"),
  row("111400097", "DCS.4097", "busy", "a restore of the instance is running"),
  row("111400098", "DCS.4098", "refused", "the remark is longer than 128 characters"),
  row("111400104", "DCS.4104", "busy", "the instance recovers from an internal fault"),
  row("111400111", "DCS.4111", "busy", "the instance restarts"),
  row("111400119", "DCS.4119", "instance-unknown", "the instance does not exist"),
  row("111401001", "DCS.1001", "token", "the token is invalid"),
  row("111401002", "DCS.1002", "token", "the token has expired"),
  row("111401003", "DCS.1003", "credentials-refused", "the token is missing"),
  row("111401004", "DCS.1004", "credentials-refused", "the token belongs to another project"),
  row("111403002", "DCS.3002", "not-allowed", "the tenant may only read"),
  row("111403003", "DCS.3003", "not-allowed", "the role lacks the permission"),
  row(undefined, "DCS.2003", "not-allowed", "the role lacks the permission"),
  row("111404022", "DCS.3022", "instance-unknown", "the instance does not exist"),
  row("111400101", "DCS.4101", "again", "the backup file could not be deleted"),
];

const BY_CODE = new Map<string, CodeRow>(
  DCS_CODES.flatMap((entry) => [entry.v1, entry.v2].flatMap((code) => (code ? [[code, entry] as const] : []))),
);

/** The row of a code, in either spelling; nothing for a code that the reference does not list. */
export function rowOf(code: string | undefined): CodeRow | undefined {
  return code === undefined ? undefined : BY_CODE.get(code);
}
