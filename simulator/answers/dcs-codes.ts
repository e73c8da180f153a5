/** One refusal of DCS: its status, its code in each API version, and its text (`{0}` is filled in). */
interface DcsCode {
  readonly status: number;
  readonly v1: string;
  readonly v2: string;
  readonly message: string;
}

/** The rows of the error table (A-err) that this simulator gives, by what they mean. Texts quoted in traces are kept. */
export const DCS_CODES = {
  bodyEmpty: row(400, "111400004", "DCS.4004", "The request body is empty."),
  bodyNotJson: row(400, "111400005", "DCS.4005", "The request body is not valid JSON."),
  stateForbidsOperation: row(400, "111400026", "DCS.4026", "The operation is not allowed in the instance's state."),
  // 4031 is what Terraform's provider takes for "already gone" (TFH); 111400031 is its twin by the usual mapping only.
  backupGone: row(400, "111400031", "DCS.4031", "The backup record does not exist."),
  instanceIdMalformed: row(400, "111400061", "DCS.4061", "Invalid instance ID format."),
  parameterInvalid: row(400, "111400062", "DCS.4062", "Invalid {0} parameter in the request."),
  onlyMasterStandby: row(400, "111400086", "DCS.4086", "only master standby instance is support this action"),
  instanceBackingUp: row(400, "111400096", "DCS.4096", "the instance is backuping."),
  instanceRestoring: row(400, "111400097", "DCS.4097", "the instance is restoring."),
  remarkTooLong: row(400, "111400098", "DCS.4098", "The remark must be 0 to 128 characters long."),
  instanceRestarting: row(400, "111400111", "DCS.4111", "The instance is restarting."),
  instanceExtending: row(400, "111400113", "DCS.4113", "The instance is being extended."),
  instanceCreating: row(400, "111400118", "DCS.4118", "The instance is being created."),
  instanceFreezing: row(400, "111400120", "DCS.4120", "The instance is frozen."),
  tokenInvalid: row(401, "111401001", "DCS.1001", "Invalid token."),
  tokenExpired: row(401, "111401002", "DCS.1002", "The token has expired."),
  tokenMissing: row(401, "111401003", "DCS.1003", "The token is missing."),
  tokenOfOtherProject: row(401, "111401004", "DCS.1004", "The project ID and the token do not match."),
  urlUnknown: row(404, "111404001", "DCS.4001", "The requested URL does not exist."),
  instanceUnknown: row(404, "111404022", "DCS.3022", "This DCS instance does not exist."),
  methodNotAllowed: row(405, "111405001", "DCS.5001", "The request method is not allowed."),
  internal: row(500, "111500000", "DCS.5000", "Internal service error."),
} as const satisfies Record<string, DcsCode>;

export type DcsMeaning = keyof typeof DCS_CODES;

function row(status: number, v1: string, v2: string, message: string): DcsCode {
  return { status, v1, v2, message };
}
