import { registeredText } from './registered-text.ts'
import type { ComplaintState } from './state.ts'

/** "鑫源润滑油经销部：CF-4 15W-40 柴机油使用后油压报警"; cut at 80 characters, never in the middle of one. */
export function titleOf(state: ComplaintState): string {
  const reason = registeredText(state, 'reason').trim().replaceAll(/\s+/gu, ' ')
  return [...`${customerName(state)}：${reason}`].slice(0, 80).join('')
}

export function customerName(state: ComplaintState): string {
  return registeredText(state, 'company')
}
