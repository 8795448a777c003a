import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

// Without 0, O, 1, I, L: it is read from a terminal and typed by hand.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Twelve characters, 59 bits, new at every start; `ABCD-EFGH-JKMN`. */
export function newSetupCode(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)])
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** Compares in constant time; spaces, hyphens and case as people type them. */
export function isSetupCode(typed: string, code: string): boolean {
  return timingSafeEqual(digest(typed), digest(code))
}

function digest(code: string): Buffer {
  const letters = code.replaceAll(/[\s-]/g, '').toUpperCase()
  return createHash('sha256').update(letters).digest()
}
