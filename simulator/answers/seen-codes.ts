import type { DcsCode } from "./dcs-codes";

/** Codes that no table of the documents has, but that sources of clients name (TFH, H25). The texts are ours. */
export const SEEN_CODES: readonly DcsCode[] = [
  { status: 400, v1: null, v2: "DCS.4121", message: "The password of the instance is being reset." },
  { status: 400, v1: null, v2: "DCS.4133", message: "The task does not exist." },
  { status: 400, v1: null, v2: "DCS.4231", message: "A key analysis of the instance is running." },
  { status: 400, v1: "111400857", v2: "DCS.4857", message: "This operation is not supported." },
  { status: 400, v1: null, v2: "DCS.4975", message: "The instance is being created or restarted." },
  { status: 400, v1: null, v2: "CBC.99003651", message: "Another order of the instance is in progress." },
];
