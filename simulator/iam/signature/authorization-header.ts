export const ALGORITHM = "SDK-HMAC-SHA256";

/** What a signed request says about its signature. */
export interface Authorization {
  readonly accessKey: string;
  /** What the signature is limited to, such as `20240115///sdk_request`; null in the form without one. */
  readonly scope: string | null;
  /** Lower-case names, sorted. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export function isSignature(header: string | undefined): header is string {
  return header?.startsWith(ALGORITHM) === true;
}

const SIGNED = String.raw`, ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$`;

/** The form of the signing guide (SIGN). */
const WITH_ACCESS = new RegExp(String.raw`^SDK-HMAC-SHA256 Access=([^,\s]+)${SIGNED}`);

/** The form of Open Telekom Cloud's Go library, whose region and service are often empty (GTC, `signer_helper.go`). */
const WITH_CREDENTIAL = new RegExp(
  String.raw`^SDK-HMAC-SHA256 Credential=([^,/\s]+)/(\d{8}/[^,/\s]*/[^,/\s]*/sdk_request)${SIGNED}`,
);

/** Reads either form of the header; undefined when it is anything else. */
export function readAuthorization(header: string): Authorization | undefined {
  const [, accessKey = "", names = "", signature = ""] = WITH_ACCESS.exec(header) ?? [];
  if (accessKey !== "") return { accessKey, scope: null, signedHeaders: sorted(names), signature };
  const [, owner = "", scope = "", ownNames = "", ownSignature = ""] = WITH_CREDENTIAL.exec(header) ?? [];
  if (owner === "") return undefined;
  return { accessKey: owner, scope, signedHeaders: sorted(ownNames), signature: ownSignature };
}

function sorted(names: string): string[] {
  return names.toLowerCase().split(";").sort();
}
