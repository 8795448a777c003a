import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import { notFound } from '../../platform/http/problem.ts'
import {
  type ChangeAuthor,
  recordChange,
  type RecordedChange,
} from '../../platform/log/record-change.ts'
import type { CustomerItem } from './customer-row.ts'
import { readCustomerRow, updateCustomers } from './customer-store.ts'

/** One of the four items was gone through with the customer: when and by whom stands on the file (CUS-01). */
export async function confirmCustomerItem(
  pool: Pool,
  author: ChangeAuthor,
  id: CustomerId,
  item: CustomerItem,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<RecordedChange> {
  const stream = { noun: 'customer' as const, id, expectedVersion: null }
  return recordChange(pool, author, call, stream, async ({ query, orgId, now }) => {
    const row = await readCustomerRow(query, orgId, id)
    if (row === null) throw notFound()
    const confirmed = { ...row.confirmed, [item]: { at: now, by: author.actor.id } }
    await updateCustomers(query, orgId, [{ ...row, confirmed }])
    return [{ type: 'customer-confirmed', data: { item } }]
  })
}
