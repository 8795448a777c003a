import type { Pool } from 'pg'
import type { Commitment, ComplaintState, OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

type Decision = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly decision: 'approved' | 'returned' | 'rejected'
  readonly remarks: string
  readonly costFen: number | null
}
export type Approval = {
  readonly state: ComplaintState
  readonly clock: Pick<Commitment, 'openedAt' | 'dueAt' | 'warnAt' | 'missedAt'> | null
  readonly before: readonly Decision[]
}
/** Money granted, in fen: to a customer since the year began, to an author since the month began. */
export type Sums = {
  readonly customers: ReadonlyMap<string, number>
  readonly authors: ReadonlyMap<string, { readonly fen: number; readonly count: number }>
}

const MOST = 100

/** Everything that waits for a leader, with what was decided before and the sums that show a splitting. */
export async function readApprovals(
  pool: Pool,
  orgId: OrgId,
  since: { readonly year: string; readonly month: string },
): Promise<{ readonly rows: readonly Approval[]; readonly sums: Sums }> {
  return readOrg(pool, orgId, async (_db, query) => {
    const rows = await query<Omit<Approval, 'before'> & { readonly complaint_id: string }>(
      `select p.complaint_id, p.state, clock.state as clock
       from complaint p
       left join lateral (
         select c.state from commitment c
         where c.org_id = p.org_id and c.complaint_id = p.complaint_id and c.clock = 'approval' and c.outcome = 'open' limit 1
       ) clock on true
       where p.org_id = $1 and p.closed_at is null and p.awaiting in ('plan', 'ending', 'record')
       order by p.next_due_at, p.complaint_id limit ${MOST}`,
      [orgId],
    )
    const ids = rows.map((row) => row.complaint_id)
    const customers = rows.flatMap(({ state }) => state.customerId ?? [])
    const authors = rows.flatMap(({ state }) => [
      state.owner,
      state.plan?.author,
      state.proposal?.by,
    ])
    const [decisions, ofCustomers, ofAuthors] = await Promise.all([
      query<Decision & { readonly stream_id: string }>(
        `select e.stream_id, e.business_at as at, e.actor_id as by, split_part(e.type, '-', 2) as decision,
           coalesce(v.fields ->> 'remarks', '') as remarks,
           (select (s.fields -> 'plan' ->> 'costFen')::bigint
            from event b join event_value s on s.org_id = b.org_id and s.stream_id = b.stream_id and s.seq = b.seq
            where b.org_id = e.org_id and b.stream_id = e.stream_id and b.seq < e.seq and b.type = 'plan-submitted'
            order by b.seq desc limit 1) as "costFen"
         from event e join event_value v on v.org_id = e.org_id and v.stream_id = e.stream_id and v.seq = e.seq
         where e.org_id = $1 and e.stream_id = any($2) and e.type in ('plan-approved', 'plan-returned', 'plan-rejected')
         order by e.stream_id, e.seq desc`,
        [orgId, ids],
      ),
      query<{ customer_id: string; fen: number }>(
        `select p.customer_id, sum((g ->> 'costFen')::bigint)::bigint as fen
         from complaint p cross join lateral jsonb_array_elements(p.state -> 'granted') g
         where p.org_id = $1 and p.customer_id = any($2) and (g ->> 'at')::timestamptz >= $3
         group by p.customer_id`,
        [orgId, customers, since.year],
      ),
      // Whoever had a plan granted has answered for a clock of that case since; so the index on clocks finds the cases.
      query<{ author: string; fen: number; count: number }>(
        `select g ->> 'author' as author, sum((g ->> 'costFen')::bigint)::bigint as fen, count(distinct p.complaint_id) as count
         from complaint p cross join lateral jsonb_array_elements(p.state -> 'granted') g
         where p.org_id = $1 and p.complaint_id = any(array(
             select c.complaint_id from commitment c where c.org_id = $1 and c.owner_id = any($2) and c.due_at >= $3))
           and (g ->> 'at')::timestamptz >= $3 and g ->> 'author' = any($4)
         group by 1`,
        [orgId, authors, since.month, authors],
      ),
    ])
    return {
      rows: rows.map(({ complaint_id, ...row }) => ({
        ...row,
        before: decisions
          .filter((one) => one.stream_id === complaint_id)
          .map(({ at, by, decision, remarks, costFen }) => ({
            at,
            by,
            decision,
            remarks,
            costFen,
          })),
      })),
      sums: {
        customers: new Map(ofCustomers.map((one) => [one.customer_id, one.fen])),
        authors: new Map(ofAuthors.map(({ author, ...one }) => [author, one])),
      },
    }
  })
}
