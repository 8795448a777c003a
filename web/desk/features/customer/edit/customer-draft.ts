import type { api, CustomerView, InputOf } from '@yinuo/contract'

/** What one may write into a file; numbers and address as the server shows them, masked. */
export type CustomerDraft = Pick<
  CustomerView,
  | 'name'
  | 'party'
  | 'phone'
  | 'address'
  | 'salutation'
  | 'responsible'
  | 'products'
  | 'contacts'
  | 'note'
  | 'trade'
  | 'since'
  | 'prospects'
>
export type DraftField = keyof CustomerDraft
export type CustomerChange = Omit<
  NonNullable<InputOf<typeof api.customer.change>['body']>,
  'expectedVersion'
>

const DRAFT_FIELDS = [
  'name',
  'party',
  'salutation',
  'phone',
  'address',
  'products',
  'responsible',
  'contacts',
  'trade',
  'since',
  'prospects',
  'note',
] as const satisfies readonly DraftField[]

export const EMPTY_DRAFT: CustomerDraft = {
  name: '',
  party: 'company',
  phone: '',
  address: '',
  salutation: '',
  responsible: '',
  products: '',
  contacts: [],
  note: '',
  trade: '',
  since: '',
  prospects: '',
}

export function draftOf(view: CustomerDraft): CustomerDraft {
  const { name, party, phone, address, salutation, responsible, products, contacts, note } = view
  const { trade, since, prospects } = view
  const trading = { trade, since, prospects }
  return {
    name,
    party,
    phone,
    address,
    salutation,
    responsible,
    products,
    contacts,
    note,
    ...trading,
  }
}

/** Only what was really changed is sent: a mask left alone is no change, so it never reaches the server (SYS-09). */
export function changesOf(base: CustomerDraft, draft: CustomerDraft): CustomerChange {
  const entries = changedFields(base, draft).map((field) => [
    field,
    field === 'contacts' ? draft.contacts.filter(isFilled) : draft[field],
  ])
  return Object.fromEntries(entries) as CustomerChange
}

export function changedFields(base: CustomerDraft, draft: CustomerDraft): DraftField[] {
  return DRAFT_FIELDS.filter((field) => textOf(field, base) !== textOf(field, draft))
}

/** Fields that both changed since `base`, to different contents (SYS-08). Others' changes elsewhere are no conflict. */
export function conflictingFields(
  base: CustomerDraft,
  mine: CustomerDraft,
  theirs: CustomerDraft,
): DraftField[] {
  return changedFields(base, mine).filter(
    (field) =>
      textOf(field, theirs) !== textOf(field, base) &&
      textOf(field, theirs) !== textOf(field, mine),
  )
}

/** What goes on from a conflict: what stands, with my changes where they are mine alone or were chosen. */
export function mergeDraft(
  base: CustomerDraft,
  mine: CustomerDraft,
  theirs: CustomerDraft,
  chosen: Readonly<Partial<Record<DraftField, 'mine' | 'theirs'>>>,
): CustomerDraft {
  const kept = changedFields(base, mine).filter((field) => chosen[field] !== 'theirs')
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) }
}

/** Complaints by field before anything is sent; a mask that was typed into can only be wrong. */
export function wrongFields(
  base: CustomerDraft,
  draft: CustomerDraft,
): Partial<Record<DraftField, 'name' | 'stars'>> {
  const changed = changedFields(base, draft)
  return {
    ...(draft.name.trim() === '' ? { name: 'name' as const } : {}),
    ...(changed.includes('phone') && /[*＊]/.test(draft.phone) ? { phone: 'stars' as const } : {}),
    ...(changed.includes('address') && /[*＊]{2}/.test(draft.address)
      ? { address: 'stars' as const }
      : {}),
  }
}

/** A field as one text, for comparing and for showing both sides of a conflict. */
export function textOf(field: DraftField, draft: CustomerDraft): string {
  if (field !== 'contacts') return draft[field].trim()
  return draft.contacts
    .filter(isFilled)
    .map(({ name, role, phone }) => [name.trim(), role.trim(), phone.trim()].join(' '))
    .join('\n')
}

function isFilled({ name, role, phone }: CustomerDraft['contacts'][number]): boolean {
  return [name, role, phone].some((part) => part.trim() !== '')
}
