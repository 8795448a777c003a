import { maskPhone } from '@yinuo/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Contact, CustomerContent } from './customer-row.ts'

const STARS = /[*＊]/
const MASKED_PHONE = '这是打了星号的号码，不能存。没有改就不要交这一栏，要改请写完整的号码'
const MASKED_ADDRESS = '这是打了星号的地址，不能存。没有改就不要交这一栏，要改请写完整的地址'

/** A mask sent back must never overwrite what it hides (SYS-09): refused as `invalid`, naming the field. */
export function demandUnmasked(content: Partial<CustomerContent>): void {
  const fields = [
    ...(STARS.test(content.phone ?? '') ? [{ path: 'phone', message: MASKED_PHONE }] : []),
    ...(/[*＊]{2,}/.test(content.address ?? '')
      ? [{ path: 'address', message: MASKED_ADDRESS }]
      : []),
    ...(content.contacts ?? []).flatMap((contact, index) =>
      STARS.test(contact.phone) ? [{ path: `contacts.${index}.phone`, message: MASKED_PHONE }] : [],
    ),
  ]
  if (fields.length > 0) throw new ProblemError('invalid', { fields })
}

/**
 * The address book travels as a whole, so an entry left alone comes back with its mask: it gets its number again where
 * exactly one stored number fits the mask, first among entries of that name. Others stay masked and are refused.
 */
export function unmaskContacts(
  sent: readonly Contact[],
  stored: readonly Contact[],
): readonly Contact[] {
  return sent.map((contact) => {
    if (!STARS.test(contact.phone)) return contact
    const fitting = stored.filter((one) => maskPhone(one.phone) === contact.phone)
    const named = fitting.filter((one) => one.name === contact.name)
    const phones = new Set((named.length > 0 ? named : fitting).map((one) => one.phone))
    const [phone] = phones
    return phones.size === 1 && phone !== undefined ? { ...contact, phone } : contact
  })
}
