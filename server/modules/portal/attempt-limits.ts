import type { Pool } from 'pg'
import { callFunction } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { digestOf } from './secrets.ts'

const WINDOW = '1 hour'
/** Six digits, five tries per code, five codes an hour and case: a stranger is right once in 40,000 hours. */
const CODES_PER_CASE = 5
/** Customers behind one address share it; the case's limit is the sharp one. */
const CALLS_PER_ADDRESS = 200

/** Counts one request for a code; refuses the sixth within an hour for the same case, whatever the link. */
export async function countCode(pool: Pool, orgId: string, complaintId: string): Promise<void> {
  await count(pool, digestOf('portal-case', orgId, complaintId), CODES_PER_CASE)
}

/** Counts one request of an address, so that nobody tries links or sends codes to many customers from one place. */
export async function countAddress(pool: Pool, address: string): Promise<void> {
  await count(pool, digestOf('portal-address', address), CALLS_PER_ADDRESS)
}

async function count(pool: Pool, subject: Buffer, most: number): Promise<void> {
  const [row] = await callFunction<{ wait: number }>(
    pool,
    'select login_wait($1, $2, $3::interval) as wait',
    [subject, most, WINDOW],
  )
  const wait = row?.wait ?? 0
  if (wait > 0) throw new ProblemError('too-many', { retryAfterSeconds: wait })
  await callFunction(pool, 'select login_failed($1, $2::interval)', [subject, WINDOW])
}
