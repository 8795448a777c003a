import { randomInt } from 'node:crypto'

/** Without what is mistaken for something else when it is read out: 0 o 1 l i. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP_LENGTH = 4

/** Twelve random characters in groups of four, 59 bits: to be told by mouth and typed once (SYS-24). */
export function oneTimePassword(): string {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length))
  const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
