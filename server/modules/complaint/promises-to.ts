import type { Pool } from 'pg'
import type { CommitmentView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import { presentCommitment } from '../commitment/index.ts'
import { readPromisesTo } from './promise-store.ts'

/** The promise ledger of a customer, newest first (PRM-01). */
export async function promisesTo(
  pool: Pool,
  principal: Principal,
  customerId: string,
): Promise<CommitmentView[]> {
  const rows = await readPromisesTo(pool, principal.orgId, customerId)
  return rows.map((row) => presentCommitment(row.state, principal, row.owner_id))
}
