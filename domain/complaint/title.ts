import { firstCharacters } from '../kernel/first-characters.ts'
import { registeredText } from './registered-text.ts'
import type { ComplaintState } from './state.ts'

/** "鑫源润滑油经销部：CF-4 15W-40 柴机油使用后油压报警"; cut at 80 characters, never in the middle of one. */
export function titleOf(state: ComplaintState): string {
  const reason = registeredText(state, 'reason').slice(0, 2_000).trim().replaceAll(/\s+/gu, ' ')
  return firstCharacters(`${customerName(state)}：${reason}`, 80)
}

export function customerName(state: ComplaintState): string {
  return registeredText(state, 'company')
}
