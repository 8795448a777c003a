import type { Pool } from 'pg'
import type { CustomerId, OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

const LIMIT = 200

/** Ids of the cases whose number begins so. */
export async function casesNumbered(
  pool: Pool,
  orgId: OrgId,
  start: string,
): Promise<readonly string[]> {
  return ids(
    pool,
    orgId,
    'select complaint_id from complaint where org_id = $1 and number >= $2 and number < $3 order by number desc limit $4',
    [orgId, start, `${start}\u{10FFFF}`, LIMIT],
  )
}

/** Ids of the cases with exactly these numbers, the newest first. */
export async function casesWithNumbers(
  pool: Pool,
  orgId: OrgId,
  numbers: readonly string[],
): Promise<readonly string[]> {
  return ids(
    pool,
    orgId,
    'select complaint_id from complaint where org_id = $1 and number = any($2) order by number desc limit $3',
    [orgId, numbers, LIMIT],
  )
}

/** Ids of the cases of these customers, the newest first. */
export async function casesOfCustomers(
  pool: Pool,
  orgId: OrgId,
  customers: readonly CustomerId[],
): Promise<readonly string[]> {
  return ids(
    pool,
    orgId,
    'select complaint_id from complaint where org_id = $1 and customer_id = any($2) order by received_at desc limit $3',
    [orgId, customers, LIMIT],
  )
}

async function ids(
  pool: Pool,
  orgId: OrgId,
  text: string,
  params: readonly unknown[],
): Promise<readonly string[]> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<{ complaint_id: string }>(text, params),
  )
  return rows.map((row) => row.complaint_id)
}
