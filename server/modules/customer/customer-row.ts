import type { CUSTOMER_ITEMS } from '@yinuo/contract'
import type { CustomerId, InstantText, Party, Trade, UserId } from '@yinuo/domain'
import { nameGrams, nameKey } from './name-key.ts'
import { phoneDigits, reversed } from './phone-key.ts'

export type CustomerItem = (typeof CUSTOMER_ITEMS)[number]
export type Contact = { readonly name: string; readonly role: string; readonly phone: string }

/** What people write into a file (CUS-01, CUS-11). */
export type CustomerContent = {
  readonly name: string
  readonly party: Party
  readonly phone: string
  readonly address: string
  readonly salutation: string
  readonly responsible: string
  readonly products: string
  readonly contacts: readonly Contact[]
  readonly note: string
  readonly trade: Trade
  readonly since: string
  readonly prospects: string
}

export type Confirmations = Partial<
  Record<CustomerItem, { readonly at: InstantText; readonly by: UserId }>
>

export type CustomerRow = CustomerContent & {
  readonly customer_id: CustomerId
  readonly outside_code: string | null
  readonly confirmed: Confirmations
  readonly version: number
  readonly seq: number
  readonly head_hash: Buffer
}

const CONTENT_COLUMNS =
  'name, party, phone, address, salutation, responsible, products, contacts, note, trade, since, prospects'
export const ROW_COLUMNS = `customer_id, outside_code, ${CONTENT_COLUMNS}, confirmed, version, seq, head_hash`

/** The columns a search reads, always made together with what they are made of. */
export function searchColumns(content: Pick<CustomerContent, 'name' | 'phone'>): {
  readonly name_key: string
  readonly name_grams: readonly string[]
  readonly phone_digits: string
  readonly phone_reversed: string
} {
  const key = nameKey(content.name)
  const digits = phoneDigits(content.phone)
  return {
    name_key: key,
    name_grams: nameGrams(key),
    phone_digits: digits,
    phone_reversed: reversed(digits),
  }
}

/** Which of the four items a column belongs to (CUS-01); a note belongs to none. */
export const ITEM_OF: Readonly<Record<keyof CustomerContent, CustomerItem | null>> = {
  name: 'identity',
  party: 'identity',
  phone: 'identity',
  address: 'identity',
  salutation: 'identity',
  responsible: 'responsible',
  products: 'products',
  contacts: 'contacts',
  note: null,
  trade: null,
  since: null,
  prospects: null,
}

/** What stands where nobody has written anything. */
export const EMPTY_CONTENT: Omit<CustomerContent, 'name'> = {
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
