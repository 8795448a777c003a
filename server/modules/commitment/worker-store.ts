import type { Pool } from 'pg'
import type { Commitment, InstantText, OrgId } from '@yinuo/domain'
import { callFunction, type Query } from '../../platform/database/index.ts'
import type { StreamHead } from '../../platform/log/chain.ts'

/** Organisations with something due, and in how many milliseconds the next thing is due in the others; null when never. */
export async function dueOrganisations(
  pool: Pool,
): Promise<readonly { readonly orgId: OrgId; readonly dueInMs: number | null }[]> {
  const rows = await callFunction<{ org_id: string; due_in_ms: number | null }>(
    pool,
    'select org_id, due_in_ms from due_organisations()',
  )
  return rows.map((row) => ({ orgId: row.org_id, dueInMs: row.due_in_ms }))
}

export type Claimed = {
  readonly state: Commitment
  readonly head: StreamHead
  readonly lastActivityAt: InstantText
  readonly playbook: string
}

/**
 * Due commitments of one organisation, locked until the transaction ends; what another worker holds is skipped. Only the
 * commitment is locked, never its case, so firing disturbs nobody who works on it.
 */
export async function claimDue(
  query: Query,
  orgId: OrgId,
  batch: number,
): Promise<{
  readonly now: InstantText
  readonly realAt: InstantText
  readonly claimed: readonly Claimed[]
}> {
  const rows = await query<{
    state: Commitment
    seq: number
    head_hash: Buffer
    last_activity_at: Temporal.Instant
    playbook: string
    now: Temporal.Instant
    real_at: Temporal.Instant
  }>(
    `with clock as (select business_now($1) as now), due as (
       select c.commitment_id, c.complaint_id, c.state, c.seq, c.head_hash
       from commitment c, clock
       where c.org_id = $1 and c.next_fire_at <= clock.now
       order by c.next_fire_at limit $2
       for update of c skip locked
     )
     select due.state, due.seq, due.head_hash, p.last_activity_at, p.playbook, clock.now, clock_timestamp() as real_at
     from due join complaint p on p.org_id = $1 and p.complaint_id = due.complaint_id, clock`,
    [orgId, batch],
  )
  return {
    now: rows[0]?.now.toString() ?? '',
    realAt: rows[0]?.real_at.toString() ?? '',
    claimed: rows.map((row) => ({
      state: row.state,
      head: { seq: row.seq, hash: row.head_hash },
      lastActivityAt: row.last_activity_at.toString(),
      playbook: row.playbook,
    })),
  }
}

export async function appendFirings(
  query: Query,
  orgId: OrgId,
  events: readonly object[],
  commitments: readonly object[],
  notices: readonly object[],
): Promise<void> {
  await query('select append_firings($1, $2, $3, $4)', [
    orgId,
    JSON.stringify(events),
    JSON.stringify(commitments),
    JSON.stringify(notices),
  ])
}
