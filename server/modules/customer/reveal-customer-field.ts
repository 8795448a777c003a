import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import { notFound } from '../../platform/http/problem.ts'
import { type ChangeAuthor, recordChange } from '../../platform/log/record-change.ts'
import type { CustomerRow } from './customer-row.ts'
import { readCustomerRow } from './customer-store.ts'

/** `contact` is the place in the address book, from 0; it means nothing for the other fields. */
export type Revealed = {
  readonly field: 'phone' | 'address' | 'contact'
  readonly contact: number
}

/** A number or the address as it is, and the trace of who looked at it (SYS-09): an event, written before the answer. */
export async function revealCustomerField(
  pool: Pool,
  author: ChangeAuthor,
  id: CustomerId,
  asked: Revealed,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<{ readonly value: string; readonly version: number }> {
  const stream = { noun: 'customer' as const, id, expectedVersion: null }
  const change = await recordChange(pool, author, call, stream, async ({ query, orgId }) => {
    const row = await readCustomerRow(query, orgId, id)
    if (row === null || valueOf(row, asked) === undefined) throw notFound()
    const { field } = asked
    const data =
      field === 'contact' ? { field, contact: row.contacts[asked.contact]?.name } : { field }
    return [{ type: 'customer-revealed', data }]
  })
  const row = await readOrg(pool, author.orgId, (_db, query) =>
    readCustomerRow(query, author.orgId, id),
  )
  const value = row === null ? undefined : valueOf(row, asked)
  if (value === undefined) throw notFound()
  return { value, version: change.version }
}

function valueOf(row: CustomerRow, asked: Revealed): string | undefined {
  return asked.field === 'contact' ? row.contacts[asked.contact]?.phone : row[asked.field]
}
