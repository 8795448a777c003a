import type { Pool } from 'pg'
import { type CustomerId, type OrgId, PARTIES, type Party } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { ChangeAuthor } from '../../platform/log/record-change.ts'
import { createCustomer } from './create-customer.ts'
import { EMPTY_CONTENT } from './customer-row.ts'
import { readCustomerRow } from './customer-store.ts'
import { nameKey } from './name-key.ts'
import { phoneDigits } from './phone-key.ts'

export type CustomerOnFile = {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** What stands on file, in clear: a registration takes it over where the screen only had it masked. */
export async function customerOnFile(
  pool: Pool,
  orgId: OrgId,
  id: CustomerId,
): Promise<CustomerOnFile | null> {
  const row = await readOrg(pool, orgId, (_db, query) => readCustomerRow(query, orgId, id))
  return row === null ? null : { name: row.name, phone: row.phone, address: row.address }
}

/**
 * The file a complaint belongs to: the one with this very name and number, else a new one made of the registration (CUS-01).
 * Sent again under the same key it finds the file it made the first time.
 */
export async function customerOfRegistration(
  pool: Pool,
  author: ChangeAuthor,
  values: Readonly<Record<string, unknown>>,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<CustomerId> {
  const text = (key: string): string => (typeof values[key] === 'string' ? values[key].trim() : '')
  const known = await findSame(pool, author.orgId, text('company'), text('phone'))
  if (known !== null) return known
  const party = PARTIES.find((one) => one === values['party']) ?? ('company' satisfies Party)
  const made = await createCustomer(
    pool,
    author,
    {
      ...EMPTY_CONTENT,
      name: text('company'),
      party,
      phone: text('phone'),
      address: text('address'),
      salutation: text('salutation'),
      responsible: text('reporter'),
      products: text('productName'),
    },
    { key: `${call.key}-customer`, inputHash: call.inputHash },
  )
  return made.id
}

async function findSame(
  pool: Pool,
  orgId: OrgId,
  name: string,
  phone: string,
): Promise<CustomerId | null> {
  const digits = phoneDigits(phone)
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<{ customer_id: string }>(
      'select customer_id from customer where org_id = $1 and name_key = $2 and phone_digits = $3 order by created_at limit 1',
      [orgId, nameKey(name), digits],
    ),
  )
  return rows[0]?.customer_id ?? null
}
