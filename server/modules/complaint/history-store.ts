import type { Pool } from 'pg'
import type { Json } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { visible } from './visible-rows.ts'

export type HistoryPage = { readonly before: string | undefined; readonly limit: number }

export type HistoryRow = {
  readonly complaint_id: string
  readonly number: string
  readonly playbook: string
  readonly type: string
  readonly at: Temporal.Instant
  readonly fields: Readonly<Record<string, Json>>
  readonly outcome: string
}

/** Older cases of one customer than so many are looked up in the list. */
const MOST_CASES = 300

/**
 * What happened with one customer on the cases this person may see, newest first (CUS-02). The cases come from the index by
 * customer, their events from the primary key: it costs what this customer's cases cost, however many others there are.
 */
export async function readHistory(
  pool: Pool,
  principal: Principal,
  customerId: string,
  types: readonly string[],
  { before, limit }: HistoryPage,
): Promise<readonly HistoryRow[]> {
  const { orgId } = principal
  return readOrg(pool, orgId, async (db, query) => {
    const cases = await visible(db, principal)
      .where('customer_id', '=', customerId)
      .select('complaint_id')
      .orderBy('received_at', 'desc')
      .limit(MOST_CASES)
      .execute()
    if (cases.length === 0) return []
    return query<HistoryRow>(
      `select p.complaint_id, p.number, p.playbook, t.type, t.at, t.fields, t.outcome from (
         select e.stream_id as complaint_id, e.type, e.business_at as at, v.fields, '' as outcome
         from event e join event_value v on v.org_id = e.org_id and v.stream_id = e.stream_id and v.seq = e.seq
         where e.org_id = $1 and e.stream_id = any($2) and e.type = any($3)
         union all
         select c.complaint_id, 'promised', (c.state ->> 'openedAt')::timestamptz,
           jsonb_build_object('content', c.state -> 'content', 'dueAt', c.state -> 'dueAt'), c.outcome
         from commitment c
         where c.org_id = $1 and c.complaint_id = any($2) and c.kind = 'promise' and c.outcome <> 'void'
       ) t join complaint p on p.org_id = $1 and p.complaint_id = t.complaint_id
       where $4::timestamptz is null or t.at < $4
       order by t.at desc fetch first $5 rows with ties`,
      [orgId, cases.map((one) => one.complaint_id), types, before ?? null, limit],
    )
  })
}
