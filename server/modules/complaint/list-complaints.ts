import type { Pool } from 'pg'
import { type ComplaintRow, LIST_VIEWS } from '@yinuo/contract'
import { RISKS } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { readCounts } from './counts-store.ts'
import { matchCases } from './match-cases.ts'
import {
  cursorAfter,
  type ListFilter,
  type ListRow,
  type NextCommitment,
  readList,
} from './list-store.ts'

export type ComplaintPage = { rows: ComplaintRow[]; next: string | null; now: string }

/** One page of complaints as this person may see them, by time left unless asked otherwise. */
export async function listComplaints(
  pool: Pool,
  principal: Principal,
  filter: ListFilter,
): Promise<ComplaintPage> {
  const words = (filter.q ?? '').trim()
  if (words !== '') return searchComplaints(pool, principal, filter, words)
  const { rows, nexts } = await readList(pool, principal, filter)
  const last = rows.at(-1)
  return {
    rows: present(rows, nexts, principal),
    next:
      rows.length === filter.limit && last !== undefined
        ? cursorAfter(last, filter, Temporal.Instant.from(principal.now))
        : null,
    now: principal.now,
  }
}

/** Number (whole or its tail), customer name, phone digits; one page of the best. */
async function searchComplaints(
  pool: Pool,
  principal: Principal,
  filter: ListFilter,
  words: string,
): Promise<ComplaintPage> {
  const ids = await matchCases(pool, principal, words)
  const { rows, nexts } = await readList(pool, principal, {
    ...filter,
    ids,
    cursor: undefined,
    limit: 100,
  })
  return { rows: present(rows, nexts, principal), next: null, now: principal.now }
}

export async function countComplaints(pool: Pool, principal: Principal) {
  return readCounts(pool, principal, LIST_VIEWS)
}

function present(
  rows: readonly ListRow[],
  nexts: readonly NextCommitment[],
  principal: Principal,
): ComplaintRow[] {
  const byCase = new Map(nexts.map((next) => [next.complaint_id, next]))
  return rows.map((row) => presentRow(row, byCase.get(row.complaint_id), principal))
}

function presentRow(
  row: ListRow,
  next: NextCommitment | undefined,
  principal: Principal,
): ComplaintRow {
  const { people, playbooks } = principal.directory
  const playbook = playbooks.get(row.playbook)
  const steps = playbook?.steps ?? []
  return {
    id: row.complaint_id,
    number: row.number,
    customer: row.customer_name,
    party: row.party,
    reason: row.reason,
    channel: row.channel,
    status: row.status,
    statusLabel: playbook?.statuses[row.status] ?? row.status,
    step: row.step,
    stepIndex: Math.max(
      0,
      steps.findIndex((step) => step.key === row.step),
    ),
    stepCount: steps.length,
    owner: { id: row.owner_id, name: people.get(row.owner_id)?.name ?? '' },
    waitingFor: row.handover_to === null ? '' : (people.get(row.handover_to)?.name ?? ''),
    risk: row.risk === null ? null : (RISKS[row.risk] ?? null),
    dailyLossFen: row.daily_loss_fen,
    receivedAt: row.received_at.toString(),
    lastActivityAt: row.last_activity_at.toString(),
    chasedAt: row.chased_at?.toString() ?? null,
    closedAt: row.closed_at?.toString() ?? null,
    next:
      next === undefined
        ? null
        : {
            id: next.commitment_id,
            kind: next.kind === 'promise' ? 'promise' : 'deadline',
            label: next.label,
            openedAt: next.opened_at,
            dueAt: next.due_at.toString(),
            warnAt: next.warn_at?.toString() ?? null,
          },
  }
}
