/** The error codes of DCS and of the gateway before it, and what each means for us. */

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
  | "instance-malformed"
  | "instance-unsuitable"
  | "not-allowed"
  | "wrong-project"
  | "not-published"
  | "credentials-refused"
  | "refused"
  | "service-failure";

/** One row of the error tables: its meaning, its sense in words, and whose word it is. */
export interface CodeRow {
  readonly meaning: Meaning;
  readonly sense: string;
  readonly from: "dcs" | "gateway";
}

/** v1.0's code, v2's code (twins are one row), meaning, sense. An empty code: that version has no such row. */
type Row = readonly [v1: string, v2: string, meaning: Meaning, sense: string];

/** DCS's own codes: API reference, appendix "Error Code"; the rows without a page are known from other clients of the API. */
const DCS: readonly Row[] = [
  ["111400002", "DCS.4002", "wrong-project", "the project ID is malformed"],
  ["111400004", "DCS.4004", "refused", "the request body is empty"],
  ["111400005", "DCS.4005", "refused", "the request body is not JSON"],
  ["111400017", "DCS.4017", "busy", "a job of the instance is still running"],
  ["111400026", "DCS.4026", "busy", "the instance's present state does not allow it"],
  ["111400027", "DCS.4027", "refused", "it is not supported on this node"],
  ["", "DCS.4025", "refused", "the end time is not after the start time"],
  ["", "DCS.4030", "refused", "the start time is older than seven days"],
  ["111400031", "DCS.4031", "refused", "what the request names is not there, or its start time is wrong"],
  ["", "DCS.4033", "refused", "the start time is before the instance's own"],
  ["111400035", "DCS.4035", "refused", "the quota of instances is used up"],
  ["111400036", "DCS.4036", "refused", "the quota of memory is used up"],
  ["111400039", "DCS.4039", "refused", "a quota is used up"],
  ["", "DCS.4049", "busy", "the instance is not running"],
  ["111400061", "DCS.4061", "instance-malformed", "the instance ID is malformed"],
  ["111400062", "DCS.4062", "refused", "a parameter is invalid"],
  ["111400063", "DCS.4063", "refused", "a parameter is invalid"],
  ["111400069", "DCS.4069", "busy", "somebody else is changing the instance's configuration"],
  ["111400070", "DCS.4070", "refused", "the task ID is malformed"],
  ["111400072", "DCS.4072", "refused", "the backup policy's saveDays is wrong"],
  ["111400073", "DCS.4073", "refused", "the backup policy's backupType is wrong"],
  ["111400074", "DCS.4074", "refused", "the backup policy's periodType is wrong"],
  ["111400075", "DCS.4075", "refused", "the backup policy's backupAt is wrong"],
  ["111400076", "DCS.4076", "refused", "the backup policy's beginAt is wrong"],
  ["111400086", "DCS.4086", "instance-unsuitable", "single-node instances cannot be backed up"],
  ["111400087", "DCS.4087", "refused", "the backup to restore has not succeeded"],
  ["111400094", "DCS.4094", "instance-unsuitable", "the instance does not support background jobs"],
  ["111400095", "DCS.4095", "instance-unsuitable", "the instance does not support backup and restore"],
  ["111400096", "DCS.4096", "busy", "a backup of the instance is running"],
  ["111400097", "DCS.4097", "busy", "a restore of the instance is running"],
  ["111400098", "DCS.4098", "refused", "the remark is longer than 128 characters"],
  ["111400099", "DCS.4099", "busy", "the instance is being made, started, stopped or restarted"],
  ["111400101", "DCS.4101", "again", "the backup file could not be deleted"],
  ["111400104", "DCS.4104", "busy", "the instance recovers from an internal fault"],
  ["111400107", "DCS.4107", "refused", "an order for the instance is unpaid"],
  ["111400108", "DCS.4108", "busy", "the instance is being scaled up"],
  ["111400111", "DCS.4111", "busy", "the instance restarts"],
  ["111400113", "DCS.4113", "busy", "the instance is being extended"],
  ["111400114", "DCS.4114", "busy", "the instance is being configured"],
  ["111400115", "DCS.4115", "busy", "the instance's password is being changed"],
  ["111400116", "DCS.4116", "busy", "the instance is being upgraded"],
  ["111400117", "DCS.4117", "busy", "the instance is being rolled back"],
  ["111400118", "DCS.4118", "busy", "the instance is being made"],
  ["111400119", "DCS.4119", "instance-unknown", "the instance does not exist"],
  ["111400120", "DCS.4120", "busy", "the instance is being frozen"],
  ["", "DCS.4121", "busy", "the instance's password is being reset"],
  ["", "DCS.4133", "refused", "the task does not exist"],
  ["", "DCS.4231", "busy", "a key analysis of the instance is running"],
  ["111400800", "DCS.4800", "refused", "a part of the request is invalid"],
  ["111400857", "DCS.4857", "refused", "the operation is not supported"],
  ["111400842", "DCS.4842", "service-failure", "the task failed"],
  ["", "DCS.4957", "refused", "the task's present state does not allow it"],
  ["", "DCS.4975", "busy", "the instance is being made or restarted"],
  ["111401001", "DCS.1001", "token", "the token is invalid"],
  ["111401002", "DCS.1002", "token", "the token has expired"],
  ["111401003", "DCS.1003", "credentials-refused", "the token is missing"],
  ["111401004", "DCS.1004", "wrong-project", "the token belongs to another project"],
  ["", "DCS.2003", "not-allowed", "the role lacks the permission"],
  ["", "DCS.2007", "not-allowed", "a policy forbids it"],
  ["111403002", "DCS.3002", "not-allowed", "the tenant may only read"],
  ["111403003", "DCS.3003", "not-allowed", "the role lacks the permission"],
  ["111404001", "DCS.4001", "refused", "the address is unknown to DCS"],
  ["111404022", "DCS.3022", "instance-unknown", "the instance does not exist"],
  ["111404023", "DCS.4023", "refused", "the order does not exist"],
  ["111405001", "DCS.5001", "refused", "the method is not allowed"],
  ["111500000", "DCS.5000", "again", "an internal error"],
  ["111500006", "DCS.5006", "again", "the request could not be submitted"],
  ["111500017", "DCS.5017", "again", "the request could not be saved"],
  ["111500024", "DCS.5024", "again", "the instance could not be looked up"],
  ["", "DCS.5039", "service-failure", "trouble with IAM or an agency"],
  ["", "DCS.5040", "service-failure", "trouble with IAM or an agency"],
  ["", "DCS.5042", "service-failure", "trouble with IAM or an agency"],
  ["", "DCS.5043", "service-failure", "trouble with IAM or an agency"],
  ["", "DCS.5045", "service-failure", "trouble with IAM or an agency"],
  ["111500053", "DCS.5053", "again", "a node of the instance could not be found"],
  ["111500054", "DCS.5054", "again", "the instance's password could not be had"],
  ["111500071", "DCS.5071", "again", "the backup policy could not be made"],
  ["111500077", "DCS.5077", "again", "the backup policy could not be looked up"],
  ["111500078", "DCS.5078", "again", "the backups could not be looked up"],
  ["111500079", "DCS.5079", "again", "the restores could not be looked up"],
  ["111500082", "DCS.5082", "service-failure", "the user of the backup could not be made"],
  ["111500083", "DCS.5083", "service-failure", "the backup policy could not be saved"],
  ["111500085", "DCS.5085", "service-failure", "the backup policy could not be saved"],
  ["111500090", "DCS.5090", "service-failure", "the backup's record could not be saved"],
  ["111500091", "DCS.5091", "service-failure", "the backup's script failed"],
  ["111500092", "DCS.5092", "service-failure", "the restore's record could not be saved"],
  ["111500095", "DCS.5095", "again", "a script failed and wants to be repeated"],
  ["", "DCS.5101", "service-failure", "the agency could not be made"],
  ["", "CBC.99003651", "refused", "another order for the instance is in progress"],
];

/** The gateway's codes that say more than their status: API Gateway manual, "Error Codes"; spelt `APIG.` and `APIGW.`. */
const GATEWAY: readonly (readonly [number: string, meaning: Meaning, sense: string])[] = [
  ["0101", "not-published", "the gateway does not publish this version of the API"],
  ["0103", "not-published", "the gateway knows no such method"],
  ["0104", "not-published", "the gateway knows no such environment"],
  ["0105", "not-published", "the gateway knows no such address"],
  ["0301", "token", "the gateway does not accept the identity"],
  ["0302", "not-allowed", "the gateway does not allow it"],
  ["0303", "credentials-refused", "the gateway does not accept the application's identity"],
  ["0305", "token", "the gateway does not accept the identity"],
  ["0306", "not-allowed", "the gateway denies access to the API"],
  ["0307", "token", "the token must be renewed"],
  ["0308", "again", "too many requests"],
  ["0310", "wrong-project", "the project is not available to this identity"],
  ["0601", "again", "an internal error of the gateway"],
  ["0613", "again", "the gateway is overloaded"],
  ["0802", "not-allowed", "IAM forbids it in this region"],
];

const BY_CODE = new Map<string, CodeRow>([
  ...DCS.flatMap(([v1, v2, meaning, sense]) =>
    [v1, v2].filter(Boolean).map((code) => [code, { meaning, sense, from: "dcs" }] as const),
  ),
  ...GATEWAY.flatMap(([number, meaning, sense]) =>
    ["APIG", "APIGW"].map((family) => [`${family}.${number}`, { meaning, sense, from: "gateway" }] as const),
  ),
]);

/** Every code that a table lists. */
export const KNOWN_CODES: readonly string[] = [...BY_CODE.keys()];

/** The row of a code, in either spelling; nothing for a code that no table lists. */
export function rowOf(code: string | undefined): CodeRow | undefined {
  return code === undefined ? undefined : BY_CODE.get(code);
}
