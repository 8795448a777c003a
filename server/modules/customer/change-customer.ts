import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import { notFound } from '../../platform/http/problem.ts'
import {
  type ChangeAuthor,
  type ChangeTx,
  recordChange,
  type RecordedChange,
} from '../../platform/log/record-change.ts'
import {
  changedValues,
  type CustomerChange,
  standingValues,
  stillConfirmed,
} from './changed-values.ts'
import type { CustomerRow } from './customer-row.ts'
import { readCustomerRow, updateCustomers } from './customer-store.ts'

/**
 * Changes the fields that were sent; another version is a conflict that shows the values standing now. An item whose
 * content changes is no longer confirmed (CUS-01). Where nothing is different there is no event and no new version.
 */
export async function changeCustomer(
  pool: Pool,
  author: ChangeAuthor,
  id: CustomerId,
  { expectedVersion, ...sent }: CustomerChange & { readonly expectedVersion: number },
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<RecordedChange> {
  const read = async ({ query, orgId }: ChangeTx): Promise<CustomerRow> => {
    const row = await readCustomerRow(query, orgId, id)
    if (row === null) throw notFound()
    return row
  }
  const stream = {
    noun: 'customer' as const,
    id,
    expectedVersion,
    currentValues: async (tx: ChangeTx) => standingValues(await read(tx)),
  }
  return recordChange(pool, author, call, stream, async (tx) => {
    const row = await read(tx)
    const values = changedValues(row, sent)
    if (Object.keys(values).length === 0) return []
    const confirmed = stillConfirmed(row.confirmed, values)
    await updateCustomers(tx.query, tx.orgId, [{ ...row, ...values, confirmed }])
    return [{ type: 'customer-changed', data: { values } }]
  })
}
