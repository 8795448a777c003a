import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { callFunction } from '../../platform/database/index.ts'

const WINDOW = '15 minutes'
// A code of 59 bits needs no sharp limit; this keeps the log of a guessing program short.
const LIMIT = 20

/** Seconds this address has to wait before it may try again; 0 when it may. */
export async function setupWait(pool: Pool, address: string): Promise<number> {
  const [row] = await callFunction<{ wait: number }>(
    pool,
    'select login_wait($1, $2, $3::interval) as wait',
    [subject(address), LIMIT, WINDOW],
  )
  return row?.wait ?? 0
}

/** A wrong code counts as a failed log-in of its address. */
export async function setupFailed(pool: Pool, address: string): Promise<void> {
  await callFunction(pool, 'select login_failed($1, $2::interval)', [subject(address), WINDOW])
}

function subject(address: string): Buffer {
  return createHash('sha256').update(`address:${address}`).digest()
}

export async function countOrganisations(pool: Pool): Promise<number> {
  const [row] = await callFunction<{ count: number }>(pool, 'select organisation_count() as count')
  return row?.count ?? 0
}
