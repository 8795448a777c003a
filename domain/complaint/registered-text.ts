import type { ComplaintState } from './state.ts'

/**
 * What the registration says today: the last correction of a field, else what was signed (CMP-03). Text that leaves the
 * house, an agreement or an address on a parcel, must not repeat a mistake that is known.
 */
export function registeredText(state: ComplaintState, field: string): string {
  const corrected = state.corrections.findLast((one) => one.field === field)?.value
  const value = corrected ?? state.forms['registration']?.values[field]
  return typeof value === 'string' ? value : ''
}
