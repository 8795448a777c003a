/** A fresh Idempotency-Key. `randomUUID` exists only in secure contexts; a desk on a LAN address over http has the other. */
export function newActionKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/**
 * One key per user action: the same content pressed again after a lost answer carries the same key, so the server
 * answers with the first effect; changed content or a finished action gets a new one.
 */
export class ActionKeeper {
  #key = ''
  #content = ''

  keyFor(input: unknown): string {
    const content = JSON.stringify(input) ?? ''
    if (this.#key === '' || content !== this.#content) {
      this.#key = newActionKey()
      this.#content = content
    }
    return this.#key
  }

  finished(): void {
    this.#key = ''
  }
}
