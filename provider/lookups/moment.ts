const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * A time in ISO 8601 as milliseconds since 1970; nothing where the text is none. Without a zone it is in UTC: JavaScript would take
 * that of the machine, and find other backups on a laptop than in CI.
 */
export function momentOf(text: string): number | undefined {
  if (!ISO.test(text)) return undefined;
  const inUtc = text.includes("T") && !/(Z|[+-]\d\d:\d\d)$/.test(text) ? `${text}Z` : text;
  const moment = Date.parse(inUtc);
  return Number.isNaN(moment) ? undefined : moment;
}
