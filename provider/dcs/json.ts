/** The value of a JSON text; nothing for any other text, since half-broken gateways send whatever they like. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
