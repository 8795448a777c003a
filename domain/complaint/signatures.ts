import type { ComplaintState } from './state.ts'

/** AGR-01: the customer's signature counts once a second person has confirmed its scan, or when a code of his own proved it. */
export function isCustomerSigned({ agreement }: Pick<ComplaintState, 'agreement'>): boolean {
  return agreement !== null && (agreement.confirmedBy !== null || agreement.accepted !== null)
}
