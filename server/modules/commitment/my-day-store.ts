import type { Pool } from 'pg'
import type { Commitment, TaskRow } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'

export type OpenClock = {
  readonly state: Commitment
  readonly status: string
  readonly handover_to: string | null
  readonly signed: boolean
  readonly owner_id: string
}
export type DayRows = {
  readonly clocks: readonly OpenClock[]
  readonly approvals: readonly {
    readonly complaint_id: string
    readonly number: string
    readonly customer_name: string
    readonly reason: string
    readonly awaiting: 'plan' | 'ending' | 'record'
    readonly state: {
      readonly plan: {
        readonly content: { readonly costFen: number | null }
        readonly author: string
        readonly authors: readonly string[]
      } | null
      readonly proposal: { readonly by: string; readonly decision: string | null } | null
      readonly records: Readonly<
        Record<string, readonly { readonly by: string; readonly decision: object | null }[]>
      >
    }
  }[]
  readonly tasks: readonly {
    readonly complaint_id: string
    readonly content: TaskRow
    readonly created_at: Temporal.Instant
    readonly number: string
    readonly due_at: Temporal.Instant | null
  }[]
  readonly handovers: readonly {
    readonly complaint_id: string
    readonly number: string
    readonly customer_name: string
    readonly reason: string
    readonly last_activity_at: Temporal.Instant
    readonly handover_to: string
    readonly owner_id: string
  }[]
  readonly unsigned: readonly {
    readonly complaint_id: string
    readonly number: string
    readonly customer_name: string
    readonly reason: string
    readonly received_at: Temporal.Instant
  }[]
  readonly scans: readonly {
    readonly complaint_id: string
    readonly number: string
    readonly customer_name: string
    readonly filed_by: string
    readonly company_signer: string | null
    readonly recorder_id: string
  }[]
  readonly drafts: readonly {
    readonly draft_id: string
    readonly owner_id: string
    readonly received_at: Temporal.Instant
    readonly content: {
      readonly values?: Readonly<Record<string, unknown>>
      readonly words?: readonly { readonly text: string }[]
    }
  }[]
  readonly ledger: readonly { readonly state: Commitment }[]
  readonly waiting: readonly {
    readonly complaint_id: string
    readonly number: string
    readonly customer_name: string
    readonly reason: string
    readonly status: string
    readonly since: Temporal.Instant
    readonly handover_to: string | null
  }[]
  readonly done: { readonly count: number; readonly late: number }
}

const MOST = 200

/** Everything one person may have to do or wait for, in one round trip. */
export async function readDay(
  pool: Pool,
  principal: Principal,
  posts: readonly string[],
  dayStart: Temporal.Instant,
): Promise<DayRows> {
  const { orgId } = principal
  const me = principal.actor.id
  const approves = principal.duties.has('approve')
  const confirms = principal.duties.has('confirm-scan')
  return readOrg(pool, orgId, async (_db, query) => {
    const [clocks, approvals, tasks, handovers, unsigned, scans, drafts, ledger, waiting, done] =
      await Promise.all([
        query<OpenClock>(
          `select c.state, p.status, p.handover_to, p.signed_at is not null as signed, p.owner_id
         from commitment c join complaint p on p.org_id = c.org_id and p.complaint_id = c.complaint_id
         where c.org_id = $1 and ${approves ? '(c.owner_id = $2 or c.owner_id is null)' : 'c.owner_id = $2'}
           and (c.outcome = 'open' or (c.outcome = 'broken' and c.met_at is null))
         order by c.due_at limit ${MOST}`,
          [orgId, me],
        ),
        approves
          ? query<DayRows['approvals'][number]>(
              `select complaint_id, number, customer_name, reason, awaiting, state from complaint
             where org_id = $1 and closed_at is null and awaiting in ('plan', 'ending', 'record')
             order by next_due_at limit ${MOST}`,
              [orgId],
            )
          : [],
        posts.length === 0
          ? []
          : query<DayRows['tasks'][number]>(
              `select t.complaint_id, t.content, t.created_at, p.number,
               (select c.due_at from commitment c where c.org_id = t.org_id and c.complaint_id = t.complaint_id and c.state ->> 'task' = t.task_id::text and c.outcome = 'open' limit 1) as due_at
             from task t join complaint p on p.org_id = t.org_id and p.complaint_id = t.complaint_id
             where t.org_id = $1 and t.post = any($2) and t.state in ('open', 'acknowledged') order by t.created_at limit ${MOST}`,
              [orgId, posts],
            ),
        query<DayRows['handovers'][number]>(
          `select complaint_id, number, customer_name, reason, last_activity_at, handover_to, owner_id from complaint
         where org_id = $1 and closed_at is null and handover_to = $2 order by last_activity_at limit ${MOST}`,
          [orgId, me],
        ),
        query<DayRows['unsigned'][number]>(
          `select complaint_id, number, customer_name, reason, received_at from complaint
         where org_id = $1 and closed_at is null and owner_id = $2 and recorder_id = $2 and (signed_at is null or handover_to is null) and acknowledged_at is null order by received_at limit ${MOST}`,
          [orgId, me],
        ),
        confirms
          ? query<DayRows['scans'][number]>(
              `select complaint_id, number, customer_name, state -> 'agreement' -> 'scan' ->> 'filedBy' as filed_by, state -> 'agreement' ->> 'companySigner' as company_signer, recorder_id from complaint
             where org_id = $1 and closed_at is null and awaiting = 'scan' limit ${MOST}`,
              [orgId],
            )
          : [],
        query<DayRows['drafts'][number]>(
          `select draft_id, owner_id, received_at, content from intake_draft
         where org_id = $1 and complaint_id is null and discarded_reason is null and owner_id = $2 order by received_at limit ${MOST}`,
          [orgId, me],
        ),
        query<DayRows['ledger'][number]>(
          `select state from commitment where org_id = $1 and owner_id = $2 and kind = 'promise' and due_at >= $3 and outcome <> 'void' order by due_at limit ${MOST}`,
          [orgId, me, dayStart.subtract({ hours: 24 * 30 })],
        ),
        query<DayRows['waiting'][number]>(
          `select complaint_id, number, customer_name, reason, status, handover_to, last_activity_at as since from complaint
         where org_id = $1 and closed_at is null and owner_id = $2
           and (status in ('awaiting-approval', 'executing', 'awaiting-agreement') or handover_to is not null) order by last_activity_at limit ${MOST}`,
          [orgId, me],
        ),
        query<{ count: number; late: number }>(
          `select count(*) as count, count(*) filter (where missed_at is not null) as late from commitment
         where org_id = $1 and owner_id = $2 and met_at >= $3`,
          [orgId, me, dayStart],
        ),
      ])
    return {
      clocks,
      approvals,
      tasks,
      handovers,
      unsigned,
      scans,
      drafts,
      ledger,
      waiting,
      done: done[0] ?? { count: 0, late: 0 },
    }
  })
}
