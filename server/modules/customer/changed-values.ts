import type { Problem } from '@yinuo/contract'
import { canonical, type Json } from '@yinuo/domain'
import { type Confirmations, type CustomerContent, ITEM_OF } from './customer-row.ts'
import { demandUnmasked, unmaskContacts } from './demand-unmasked.ts'
import { maskContent } from './present-customer.ts'

export type CustomerChange = {
  readonly [Field in keyof CustomerContent]?: CustomerContent[Field] | undefined
}

/** What is really different of what was sent; masked numbers are refused (SYS-09). */
export function changedValues(
  standing: CustomerContent,
  sent: CustomerChange,
): Partial<CustomerContent> {
  const wanted: Record<string, unknown> = {}
  for (const field of Object.keys(ITEM_OF) as (keyof CustomerContent)[]) {
    if (sent[field] !== undefined) wanted[field] = sent[field]
  }
  if (sent.name !== undefined) wanted['name'] = sent.name.trim()
  if (sent.contacts !== undefined)
    wanted['contacts'] = unmaskContacts(sent.contacts, standing.contacts)
  demandUnmasked(wanted)
  const different = Object.entries(wanted).filter(
    ([field, value]) =>
      canonical(value as Json) !== canonical(standing[field as keyof CustomerContent] as Json),
  )
  return Object.fromEntries(different)
}

/** An item whose content changed is no longer confirmed with the customer (CUS-01). */
export function stillConfirmed(
  confirmed: Confirmations,
  values: Partial<CustomerContent>,
): Confirmations {
  const touched = new Set(
    (Object.keys(values) as (keyof CustomerContent)[]).map((field) => ITEM_OF[field]),
  )
  const kept = Object.entries(confirmed).filter(([item]) => !touched.has(item as 'identity'))
  return Object.fromEntries(kept)
}

/** For a conflict: what stands now, masked. The address book is left to a new look at the file. */
export function standingValues(
  content: CustomerContent,
): NonNullable<NonNullable<Problem['current']>['values']> {
  const { name, party, phone, address, salutation, responsible, products, note } =
    maskContent(content)
  const { trade, since, prospects } = content
  const trading = { trade, since, prospects }
  return { name, party, phone, address, salutation, responsible, products, note, ...trading }
}
