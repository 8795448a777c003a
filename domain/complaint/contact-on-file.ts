import type { UserId } from '../kernel/ids.ts'
import { maskPhone } from '../customer/masking.ts'
import { registeredText } from './registered-text.ts'
import type { ComplaintState } from './state.ts'

export type ContactOnFile = {
  readonly means: 'sms' | 'mail'
  /** In the clear: eleven digits, or an address. */
  readonly to: string
  /** Who wrote it down, or corrected it last. */
  readonly enteredBy: UserId
}

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/
const MAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/

/**
 * SYS-27: where a code for the customer goes: the mobile number of the registration as it stands today, else its e-mail
 * address. A landline takes no message; null leaves the signed scan.
 */
export function contactOnFile(state: ComplaintState): ContactOnFile | null {
  const mobile = MOBILE.exec(registeredText(state, 'phone').replace(/[\s()（）-]/g, ''))?.[1]
  if (mobile !== undefined)
    return { means: 'sms', to: mobile, enteredBy: enteredBy(state, 'phone') }
  const mail = registeredText(state, 'email').trim()
  return MAIL.test(mail) ? { means: 'mail', to: mail, enteredBy: enteredBy(state, 'email') } : null
}

function enteredBy(state: ComplaintState, field: string): UserId {
  return state.corrections.findLast((one) => one.field === field)?.by ?? state.recorder
}

/** Enough to recognise one's own, too little to use (SYS-09). */
export function maskContact({ means, to }: Pick<ContactOnFile, 'means' | 'to'>): string {
  return means === 'sms' ? maskPhone(to) : `${to.slice(0, 1)}****${to.slice(to.lastIndexOf('@'))}`
}
