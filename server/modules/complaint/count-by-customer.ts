import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { readCountsByCustomer } from './list-store.ts'

/** How many complaints of each customer this person may see, open and in all. */
export async function countByCustomer(
  pool: Pool,
  principal: Principal,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, { readonly open: number; readonly all: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await readCountsByCustomer(pool, principal, ids)
  return new Map(rows.map((row) => [row.customer_id, { open: row.open, all: row.all }]))
}
