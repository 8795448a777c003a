import type { Pool } from 'pg'
import type { Commitment, OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

export async function readCaseOfCommitment(
  pool: Pool,
  orgId: OrgId,
  id: string,
): Promise<string | null> {
  const rows = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('commitment')
      .select('complaint_id')
      .where('org_id', '=', orgId)
      .where('commitment_id', '=', id)
      .execute(),
  )
  return rows[0]?.complaint_id ?? null
}

/** Promises made to one customer, newest first, with the owner of each one's case. */
export async function readPromisesTo(
  pool: Pool,
  orgId: OrgId,
  customerId: string,
): Promise<
  readonly {
    readonly state: Commitment
    readonly owner_id: string
    readonly complaint_id: string
  }[]
> {
  return readOrg(pool, orgId, (_db, query) =>
    query(
      `select c.state, p.owner_id, p.complaint_id
       from complaint p join commitment c on c.org_id = p.org_id and c.complaint_id = p.complaint_id
       where p.org_id = $1 and p.customer_id = $2 and c.kind = 'promise' and c.outcome <> 'void' order by c.due_at desc limit 200`,
      [orgId, customerId],
    ),
  )
}
