import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import { NO_EVENTS } from '../../platform/log/chain.ts'
import {
  type ChangeAuthor,
  recordChange,
  type RecordedChange,
} from '../../platform/log/record-change.ts'
import type { CustomerContent } from './customer-row.ts'
import { insertCustomers } from './customer-store.ts'
import { demandUnmasked } from './demand-unmasked.ts'

/** A new file, from a complaint or by hand (CUS-01). An id that stands already is a conflict. */
export async function createCustomer(
  pool: Pool,
  author: ChangeAuthor,
  customer: CustomerContent & { readonly id?: CustomerId | undefined },
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<RecordedChange> {
  const { id = randomUUIDv7(), ...written } = customer
  const content = { ...written, name: written.name.trim() }
  demandUnmasked(content)
  return recordChange(
    pool,
    author,
    call,
    { noun: 'customer', id, expectedVersion: 0 },
    async (tx) => {
      const added = await insertCustomers(tx.query, tx.orgId, [
        {
          ...content,
          customer_id: id,
          outside_code: null,
          confirmed: {},
          version: 0,
          seq: 0,
          head_hash: NO_EVENTS.hash,
        },
      ])
      if (added === 0) throw new ProblemError('conflict', { message: '这个客户已经建过了。' })
      return [{ type: 'customer-created', data: { values: content } }]
    },
  )
}
