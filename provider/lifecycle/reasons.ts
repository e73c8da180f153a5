/** Why a backup or a restore failed, in words: DCS API reference, "Listing Backup Records", field `error_code`. */
const REASONS: Readonly<Record<string, string>> = {
  "dcs.08.0001": "the backup tool could not be started",
  "dcs.08.0002": "it took too long",
  "dcs.08.0003": "the storage bucket could not be deleted",
  "dcs.08.0004": "the keys for the storage could not be had",
  "dcs.08.0005": "the storage bucket could not be created",
  "dcs.08.0006": "the size of the data could not be read",
  "dcs.08.0007": "the data could not be synchronized",
  "dcs.08.0008": "the instance was busy",
};

/** The reason of a failed record, with its code. */
export function reasonOf(errorCode: string | undefined): string {
  if (!errorCode) return "DCS gives no reason";
  const reason = REASONS[errorCode.toLowerCase()];
  return reason ? `${reason} (${errorCode})` : `DCS says ${errorCode}`;
}
