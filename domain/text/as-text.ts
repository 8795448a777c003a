/** A field's value as text; what is no text (a number, a tick, nothing) is the empty one. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
