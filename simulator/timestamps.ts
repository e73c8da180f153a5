/** `2019-05-10T08:31:16.166Z`, as in backup records (A1). */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** `2015-11-09T01:42:57.527000Z`: IAM writes microseconds (IAM, token answer). */
export function isoTimeMicro(time: number): string {
  return new Date(time).toISOString().replace("Z", "000Z");
}

/** `20190510163116`, the form of backup names and of v1.0 time filters (A1). */
export function compactTime(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, "").slice(0, 14);
}

/** Reads `yyyyMMddHHmmss` as UTC; undefined when the text is no such time. */
export function fromCompactTime(text: string): number | undefined {
  return fromParts(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text));
}

/** `20211217T065804Z`, the form of X-Sdk-Date (SIGN). */
export function sdkDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Reads `yyyyMMddTHHmmssZ`, the form of X-Sdk-Date (SIGN); undefined when the text is no such time. */
export function fromSdkDate(text: string): number | undefined {
  return fromParts(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text));
}

function fromParts(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
