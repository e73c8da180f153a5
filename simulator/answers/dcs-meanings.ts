import { DCS_CODES, type DcsCode } from "./dcs-codes";

/** The refusals that this simulator gives by itself, by what they mean. */
export const DCS_MEANINGS = {
  bodyEmpty: codeOf("DCS.4004"),
  bodyNotJson: codeOf("DCS.4005"),
  jobRunning: codeOf("DCS.4017"),
  endNotAfterStart: codeOf("DCS.4025"),
  stateForbidsOperation: codeOf("DCS.4026"),
  // 4031 is what Terraform's provider takes for "already gone" (TFH); 111400031 is its twin by the usual mapping only.
  backupGone: { status: 400, v1: "111400031", v2: "DCS.4031", message: "The backup record does not exist." },
  instanceIdMalformed: codeOf("DCS.4061"),
  parameterInvalid: codeOf("DCS.4062"),
  onlyMasterStandby: codeOf("DCS.4086"),
  recordNotSucceeded: codeOf("DCS.4087"),
  instanceBackingUp: codeOf("DCS.4096"),
  instanceRestoring: codeOf("DCS.4097"),
  remarkTooLong: codeOf("DCS.4098"),
  instanceRestarting: codeOf("DCS.4111"),
  instanceExtending: codeOf("DCS.4113"),
  instanceConfiguring: codeOf("DCS.4114"),
  passwordChanging: codeOf("DCS.4115"),
  instanceUpgrading: codeOf("DCS.4116"),
  instanceRollingBack: codeOf("DCS.4117"),
  instanceCreating: codeOf("DCS.4118"),
  instanceFreezing: codeOf("DCS.4120"),
  tokenInvalid: codeOf("DCS.1001"),
  tokenExpired: codeOf("DCS.1002"),
  tokenMissing: codeOf("DCS.1003"),
  tokenOfOtherProject: codeOf("DCS.1004"),
  roleLacksPermission: codeOf("DCS.2003"),
  policyForbids: codeOf("DCS.2007"),
  urlUnknown: codeOf("DCS.4001"),
  instanceUnknown: codeOf("DCS.3022"),
  methodNotAllowed: codeOf("DCS.5001"),
  backupFileNotDeleted: codeOf("DCS.4101"),
  internal: codeOf("DCS.5000"),
} as const satisfies Record<string, DcsCode>;

export type DcsMeaning = keyof typeof DCS_MEANINGS;

function codeOf(v2: string): DcsCode {
  const found = DCS_CODES.find((row) => row.v2 === v2);
  if (found === undefined) throw new Error(`The table of DCS's codes lacks ${v2}.`);
  return found;
}
