/** One refusal of DCS: its status, its code in each API version (null on v1.0: none), and its text (`{0}` is filled in). */
export interface DcsCode {
  readonly status: number;
  readonly v1: string | null;
  readonly v2: string;
  readonly message: string;
}

const INTERNAL = "Internal service error.";

/**
 * The error table (A-err) as far as backups, instances and accounts can meet it, by status and code. The two families
 * run in parallel; v1.0 has one text for all of its 1115… codes. Texts that were seen in traces are kept.
 */
export const DCS_CODES: readonly DcsCode[] = [
  row(400, "111400002", "DCS.4002", "Invalid project ID format."),
  row(400, "111400004", "DCS.4004", "Empty request body."),
  row(400, "111400005", "DCS.4005", "The message body contains invalid characters or is not in JSON format."),
  row(400, "111400017", "DCS.4017", "This DCS instance job task is still running."),
  row(400, null, "DCS.4025", "The end time must be later than the start time."),
  row(400, "111400026", "DCS.4026", "This operation is not allowed in the present state of the DCS instance."),
  row(400, "111400027", "DCS.4027", "This operation is not supported on this node."),
  row(400, null, "DCS.4030", "The start time must not be earlier than 7 days ago."),
  row(400, null, "DCS.4031", "The start time must be earlier than the server time."),
  row(400, null, "DCS.4033", "The start time must not be earlier than the start of the instance."),
  row(400, "111400035", "DCS.4035", "The instance quota is used up."),
  row(400, "111400036", "DCS.4036", "The memory quota is used up."),
  row(400, "111400039", "DCS.4039", "The quota limit has been reached."),
  row(400, null, "DCS.4049", "The DCS instance is not running."),
  row(400, "111400061", "DCS.4061", "Invalid instance ID format."),
  row(400, "111400062", "DCS.4062", "Invalid {0} parameter in the request."),
  row(400, "111400063", "DCS.4063", "Invalid {0} parameter in the request."),
  row(400, "111400070", "DCS.4070", "Invalid task ID format."),
  row(400, "111400072", "DCS.4072", "Invalid saveDays in the backup policy."),
  row(400, "111400073", "DCS.4073", "Invalid backupType in the backup policy."),
  row(400, "111400074", "DCS.4074", "Invalid periodType in the backup policy."),
  row(400, "111400075", "DCS.4075", "Invalid backupAt in the backup policy."),
  row(400, "111400076", "DCS.4076", "Invalid beginAt in the backup policy."),
  row(400, "111400086", "DCS.4086", "only master standby instance is support this action"),
  row(400, "111400087", "DCS.4087", "The backup record is not in the state succeed."),
  row(400, "111400094", "DCS.4094", "Background tasks are not supported by this instance."),
  row(400, "111400095", "DCS.4095", "Backup and restoration are not supported by this instance."),
  row(400, "111400096", "DCS.4096", "the instance is backuping."),
  row(400, "111400097", "DCS.4097", "the instance is restoring."),
  row(400, "111400098", "DCS.4098", "The remark must be 0 to 128 characters long."),
  row(
    400,
    "111400099",
    "DCS.4099",
    "An instance that is creating, starting, stopping or restarting cannot be deleted.",
  ),
  row(400, "111400104", "DCS.4104", "The instance is recovering from an internal fault."),
  row(400, "111400107", "DCS.4107", "The instance has an unpaid scale-up order."),
  row(400, "111400108", "DCS.4108", "The instance has a scale-up order in progress."),
  row(400, "111400111", "DCS.4111", "The instance is restarting."),
  row(400, "111400113", "DCS.4113", "The instance is being extended."),
  row(400, "111400114", "DCS.4114", "The instance is being configured."),
  row(400, "111400115", "DCS.4115", "The password of the instance is being changed."),
  row(400, "111400116", "DCS.4116", "The instance is being upgraded."),
  row(400, "111400117", "DCS.4117", "The instance is being rolled back."),
  row(400, "111400118", "DCS.4118", "The instance is being created."),
  row(400, "111400119", "DCS.4119", "Query Bill Sample failed"),
  row(400, "111400120", "DCS.4120", "The instance is being frozen."),
  row(400, "111400800", "DCS.4800", "Invalid {0} in the request."),
  row(400, null, "DCS.4957", "This operation is not allowed in the present state of the task."),
  row(401, "111401001", "DCS.1001", "Invalid token."),
  row(401, "111401002", "DCS.1002", "The token has expired."),
  row(401, "111401003", "DCS.1003", "Missing token."),
  row(401, "111401004", "DCS.1004", "The project ID and the token do not match."),
  row(403, "111403002", "DCS.3002", "The tenant has read-only access."),
  row(403, "111403003", "DCS.3003", "This role does not have the permission to perform this operation."),
  row(403, "111403003", "DCS.2003", "This role does not have the permission to perform this operation."),
  row(403, null, "DCS.2007", "The policy does not allow {0} to be performed."),
  row(404, "111404001", "DCS.4001", "The requested URL does not exist."),
  row(404, "111404022", "DCS.3022", "This DCS instance does not exist."),
  row(404, "111404023", "DCS.4023", "This order does not exist."),
  row(404, null, "DCS.5101", "Failed to create the agency."),
  row(405, "111405001", "DCS.5001", "This request method is not allowed."),
  row(500, "111400069", "DCS.4069", "The configuration of this instance is being changed by someone else."),
  row(500, "111400101", "DCS.4101", "Failed to delete the backup file."),
  row(500, "111400842", "DCS.4842", "The task failed."),
  row(500, "111500000", "DCS.5000", INTERNAL),
  row(500, "111500006", "DCS.5006", INTERNAL),
  row(500, "111500017", "DCS.5017", INTERNAL),
  row(500, "111500024", "DCS.5024", INTERNAL),
  row(500, "111500053", "DCS.5053", INTERNAL),
  row(500, "111500054", "DCS.5054", INTERNAL),
  row(500, null, "DCS.5039", "Failed to query the account at IAM."),
  row(500, null, "DCS.5040", "Failed to query the agency at IAM."),
  row(500, null, "DCS.5042", "Failed to obtain the token of the agency."),
  row(500, null, "DCS.5043", "Failed to obtain the keys of the agency."),
  row(500, null, "DCS.5045", "Failed to use the agency."),
  row(500, "111500071", "DCS.5071", INTERNAL),
  row(500, "111500077", "DCS.5077", INTERNAL),
  row(500, "111500078", "DCS.5078", INTERNAL),
  row(500, "111500079", "DCS.5079", INTERNAL),
  row(500, "111500082", "DCS.5082", INTERNAL),
  row(500, "111500083", "DCS.5083", INTERNAL),
  row(500, "111500085", "DCS.5085", INTERNAL),
  row(500, "111500090", "DCS.5090", INTERNAL),
  row(500, "111500091", "DCS.5091", INTERNAL),
  row(500, "111500092", "DCS.5092", INTERNAL),
  row(500, "111500095", "DCS.5095", INTERNAL),
];

function row(status: number, v1: string | null, v2: string, message: string): DcsCode {
  return { status, v1, v2, message };
}
