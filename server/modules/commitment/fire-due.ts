import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import {
  civilDate,
  type Commitment,
  evolveCommitment,
  fire,
  type Firing,
  type InstantText,
  type OrgId,
  nextFireAt,
  recipients,
} from '@yinuo/domain'
import { withOrg } from '../../platform/database/index.ts'
import type { Directory } from '../../platform/http/principal.ts'
import { chain } from '../../platform/log/chain.ts'
import { commitmentRow } from './commitment-row.ts'
import { appendFirings, type Claimed, claimDue } from './worker-store.ts'

const BATCH = 200

export type Fired = {
  readonly count: number
  /** How long after its time each was fired, in seconds of business time. */
  readonly lateSeconds: readonly number[]
  readonly changes: readonly {
    readonly noun: string
    readonly id: string
    readonly version: number
  }[]
}

/**
 * Fires one batch of what is due in an organisation: events, notices and the next time to look, in one transaction that
 * holds the rows. However many workers run or crash, a warning, a miss and each rung happens exactly once.
 */
export async function fireDue(pool: Pool, orgId: OrgId, directory: Directory): Promise<Fired> {
  return withOrg(pool, orgId, async (_db, query) => {
    const { claimed, now, realAt } = await claimDue(query, orgId, BATCH)
    if (claimed.length === 0) return { count: 0, lateSeconds: [], changes: [] }
    const results = claimed.map((one) => fireOne(one, { now, realAt }, orgId, directory))
    await appendFirings(
      query,
      orgId,
      results.flatMap((one) => one.events),
      results.map((one) => one.row),
      results.flatMap((one) => one.notices),
    )
    return {
      count: claimed.length,
      lateSeconds: claimed.map(({ state }) => secondsBetween(nextFireAt(state) ?? now, now)),
      changes: results.flatMap((one) => [
        { noun: 'commitment', id: one.id, version: one.version },
        ...(one.notices.length > 0 ? [{ noun: 'notice', id: one.id, version: one.version }] : []),
      ]),
    }
  })
}

function secondsBetween(from: InstantText, to: InstantText): number {
  return Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('seconds')
}

function fireOne(
  one: Claimed,
  { now, realAt }: { readonly now: InstantText; readonly realAt: InstantText },
  orgId: OrgId,
  directory: Directory,
) {
  const { restart, firings } = fire(one.state, now, one.lastActivityAt)
  const events = [...(restart === null ? [] : [restart]), ...firings.map((firing) => firing.event)]
  const recorded = events.map((event) => ({ ...event, at: now, by: null }))
  const state = recorded.reduce(evolveCommitment, one.state)
  const chained = chain(
    { orgId, id: state.id, noun: 'commitment', head: one.head },
    recorded,
    realAt,
  )
  return {
    id: state.id,
    version: chained.head.seq,
    events: chained.rows,
    row: commitmentRow(state, one.head.seq, chained.head),
    notices: firings.flatMap((firing) => noticesOf(firing, state, now, directory, one.playbook)),
  }
}

function noticesOf(
  firing: Firing,
  state: Commitment,
  now: InstantText,
  directory: Directory,
  code: string,
): readonly object[] {
  const playbook = directory.playbooks.get(code)
  if (playbook === undefined) return []
  const told = recipients(
    state,
    firing.stage.to,
    directory.people,
    playbook,
    civilDate(now, directory.zone),
  )
  return told.map((user) => ({
    notice_id: randomUUIDv7(),
    user_id: user,
    kind: firing.event.type,
    complaint_id: state.subject.id,
    commitment_id: state.id,
    stage: firing.number,
    actor_id: null,
    content: {
      number: state.subject.number,
      title: state.subject.title,
      label: state.label,
      kind: state.kind,
      dueAt: state.dueAt,
    },
    created_at: now,
  }))
}
