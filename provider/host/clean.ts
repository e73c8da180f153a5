/**
 * What may cross the border to the engine: plain JSON, new and unfrozen.
 *
 * The dynamic host hangs or loses the ID when it meets `undefined`, a function, a bigint or a frozen object.
 */
export function clean(outputs: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(outputs)) as Record<string, unknown>; // JSON of an object is an object
}
