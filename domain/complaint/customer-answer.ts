import { must, refuse, type Refusal, type UnmetGate } from '../kernel/refusal.ts'
import { contactOnFile, maskContact, type ContactOnFile } from './contact-on-file.ts'
import { backToNegotiation } from './actions/plan-decision.ts'
import type { ComplaintEvent } from './event.ts'
import { isCustomerSigned } from './signatures.ts'
import type { ComplaintState } from './state.ts'

/** What the customer says on his own page, with what his link was bound to. */
export type CustomerAnswer = {
  readonly version: number
  readonly contact: Pick<ContactOnFile, 'means' | 'to'>
} & (
  | { readonly accepted: true; readonly signer: string }
  | { readonly accepted: false; readonly objections: string }
)

/**
 * AGR-01, AGR-04, SYS-27: the customer signs, or declines and the draft is void. No action of the case: nobody of the
 * company has a way to it, whatever his post. Pure; the caller vouches that a code to `contact` proved who answers.
 */
export function judgeCustomerAnswer(
  state: ComplaintState,
  answer: CustomerAnswer,
): Refusal | readonly ComplaintEvent[] {
  const unmet = [...standing(state, answer), ...given(answer)]
  if (unmet.length > 0) return refuse(unmet)
  if (answer.accepted) {
    const { contact, signer } = answer
    const data = { signer, means: contact.means, contact: maskContact(contact) }
    return [{ type: 'agreement-accepted', data }]
  }
  const { objections } = answer
  return [
    { type: 'agreement-declined', data: { objections } },
    ...backToNegotiation(state, objections),
  ]
}

function standing(state: ComplaintState, { version, contact }: CustomerAnswer): UnmetGate[] {
  const { agreement } = state
  const unmet: UnmetGate[] = []
  if (state.closedAt !== null) unmet.push(must('SYS-28', { code: 'not-closed' }))
  if (agreement === null || agreement.version !== version || state.step !== 'agreement')
    unmet.push(must('AGR-04', { code: 'agreement-draft' }))
  else if (isCustomerSigned(state)) unmet.push(must('AGR-01', { code: 'not-signed-yet' }))
  else if (agreement.companySigner === null)
    unmet.push(must('AGR-01', { code: 'agreement-signed-by-company' }))
  const onFile = contactOnFile(state)
  if (onFile?.means !== contact.means || onFile.to !== contact.to)
    unmet.push(must('SYS-27', { code: 'customer-contact' }))
  return unmet
}

function given(answer: CustomerAnswer): readonly UnmetGate[] {
  if (answer.accepted)
    return answer.signer.trim() === '' ? [must('AGR-01', { code: 'signature' })] : []
  return answer.objections.trim() === '' ? [must('AGR-04', { code: 'objections' })] : []
}
