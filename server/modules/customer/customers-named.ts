import type { Pool } from 'pg'
import type { CustomerId, OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import { findByName } from './customer-search-store.ts'
import { nameGrams, nameKey } from './name-key.ts'

/** Ids of the customers whose name holds these words, the closest first; one character: whose name begins with it. */
export async function customersNamed(
  pool: Pool,
  orgId: OrgId,
  words: string,
  limit: number,
): Promise<readonly CustomerId[]> {
  const key = nameKey(words)
  const found = await readOrg(pool, orgId, (_db, query) =>
    findByName(query, orgId, key, nameGrams(key), { limit }),
  )
  return found.map((customer) => customer.customer_id)
}
