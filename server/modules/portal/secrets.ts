import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits for an address or a pass; handed out once and kept as a digest only. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function digestOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\0')).digest()
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
