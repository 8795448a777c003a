import type { Pool } from 'pg'
import type { DayItem } from '@yinuo/contract'
import { asText, civilDate, isMissed, postKeys } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { type DayRows, type OpenClock, readDay } from './my-day-store.ts'

export type MyDay = {
  now: string
  items: DayItem[]
  waiting: { title: string; detail: string; complaintId: string; since: string }[]
  ledger: {
    id: string
    outcome: 'open' | 'met' | 'met-late' | 'rescheduled' | 'broken' | 'void'
    content: string
    dueAt: string
  }[]
  doneToday: { count: number; late: number }
}

/** What is due next over all nouns, by time left: one row a duty, each with the one thing to do. */
export async function readMyDay(pool: Pool, principal: Principal): Promise<MyDay> {
  const { directory, actor, now } = principal
  const today = civilDate(now, directory.zone)
  const posts = [...directory.playbooks.values()].flatMap((playbook) =>
    postKeys(actor, directory.people, playbook, today).filter((key) =>
      playbook.posts[key]?.duties.includes('execute'),
    ),
  )
  const dayStart = Temporal.PlainDate.from(today).toZonedDateTime(directory.zone).toInstant()
  const rows = await readDay(pool, principal, posts, dayStart)
  const items = [
    ...clockItems(rows),
    ...approvalItems(rows, principal),
    ...taskItems(rows),
    ...handoverItems(rows),
    ...unsignedItems(rows),
    ...scanItems(rows, principal),
    ...draftItems(rows),
  ]
  return {
    now,
    items: items.sort(byTimeLeft),
    waiting: rows.waiting.map((row) => ({
      title: `${row.customer_name}：${row.reason}`,
      detail: `${row.number} · ${waitingFor(row, principal)}`,
      complaintId: row.complaint_id,
      since: row.since.toString(),
    })),
    ledger: rows.ledger.map(({ state }) => ({
      id: state.id,
      outcome: state.outcome,
      content: state.content,
      dueAt: state.dueAt,
    })),
    doneToday: rows.done,
  }
}

function byTimeLeft(a: DayItem, b: DayItem): number {
  const far = '9999'
  return (
    (a.dueAt ?? far).localeCompare(b.dueAt ?? far) ||
    (a.openedAt ?? far).localeCompare(b.openedAt ?? far)
  )
}

/** One row a case and clock; approvals and hand-overs have rows of their own that carry their clock. */
const CARRIED = new Set(['approval', 'acknowledgement'])

function clockItems(rows: DayRows): DayItem[] {
  return rows.clocks
    .filter((clock) => clock.state.quietSpan === null || isMissed(clock.state))
    .filter((clock) => clock.state.kind === 'promise' || !CARRIED.has(clock.state.clock))
    .map(({ state }) => ({
      id: state.id,
      noun: state.kind === 'promise' ? 'promise' : 'complaint',
      title: state.kind === 'promise' ? state.content : `${state.label}：${state.subject.title}`,
      detail: [state.kind === 'promise' ? state.toWhom : '', state.subject.number]
        .filter((part) => part !== '')
        .join(' · '),
      complaintId: state.subject.id,
      draftId: null,
      action: state.kind === 'promise' ? 'keep' : 'open',
      openedAt: state.openedAt,
      dueAt: state.dueAt,
      warnAt: state.warnAt,
      missed: state.missedAt !== null,
    }))
}

function clockOf(
  rows: DayRows,
  complaintId: string,
  clock: string,
): OpenClock['state'] | undefined {
  return rows.clocks.find(({ state }) => state.subject.id === complaintId && state.clock === clock)
    ?.state
}

function approvalItems(rows: DayRows, principal: Principal): DayItem[] {
  return rows.approvals.flatMap((row) => {
    const { authors, asks } = askedIn(row, principal)
    if (authors.includes(principal.actor.id)) return []
    const clock = row.awaiting === 'plan' ? clockOf(rows, row.complaint_id, 'approval') : undefined
    const author = principal.directory.people.get(authors.at(-1) ?? '')?.name ?? ''
    return [
      {
        id: `approval-${row.complaint_id}`,
        noun: 'approval' as const,
        title: `${author}${asks}：${row.customer_name}`,
        detail: `${row.number} · ${row.reason}`,
        complaintId: row.complaint_id,
        draftId: null,
        action: 'decide',
        openedAt: clock?.openedAt ?? null,
        dueAt: clock?.dueAt ?? null,
        warnAt: clock?.warnAt ?? null,
        missed: clock?.missedAt != null,
      },
    ]
  })
}

/** What is asked of a leader, and who had a hand in it: none of them answers it (SYS-15). */
function askedIn(
  { awaiting, state }: DayRows['approvals'][number],
  principal: Principal,
): { readonly authors: readonly string[]; readonly asks: string } {
  if (awaiting === 'ending')
    return { authors: state.proposal === null ? [] : [state.proposal.by], asks: '提请结束' }
  if (awaiting === 'plan') {
    const cost = ((state.plan?.content.costFen ?? 0) / 100).toFixed(2)
    const { author = '', authors = [] } = state.plan ?? {}
    const others = authors.filter((one) => one !== author)
    return { authors: [...others, author], asks: `报批 ${cost} 元` }
  }
  const playbooks = [...principal.directory.playbooks.values()]
  for (const [kind, entries] of Object.entries(state.records)) {
    const label = playbooks.map((one) => one.records[kind]).find((one) => one?.decidedBy)?.label
    const open = entries.find((entry) => entry.decision === null)
    if (label !== undefined && open !== undefined)
      return { authors: [open.by], asks: `申请${label}` }
  }
  return { authors: [], asks: '' }
}

function taskItems(rows: DayRows): DayItem[] {
  return rows.tasks.map((row) => ({
    id: `task-${row.content.id}`,
    noun: 'task' as const,
    title:
      `${row.content.label}：${row.content.product} ${row.content.quantity} ${row.content.unit}`.trim(),
    detail: `${row.content.recipient} · ${row.number}`,
    complaintId: row.complaint_id,
    draftId: null,
    action: 'execute',
    openedAt: row.created_at.toString(),
    dueAt: row.due_at?.toString() ?? null,
    warnAt: null,
    missed: false,
  }))
}

function handoverItems(rows: DayRows): DayItem[] {
  return rows.handovers.map((row) => {
    const clock = clockOf(rows, row.complaint_id, 'acknowledgement')
    return {
      id: `handover-${row.complaint_id}`,
      noun: 'handover' as const,
      title: `接收：${row.customer_name}，${row.reason}`,
      detail: row.number,
      complaintId: row.complaint_id,
      draftId: null,
      action: 'acknowledge',
      openedAt: clock?.openedAt ?? row.last_activity_at.toString(),
      dueAt: clock?.dueAt ?? null,
      warnAt: clock?.warnAt ?? null,
      missed: clock?.missedAt != null,
    }
  })
}

function unsignedItems(rows: DayRows): DayItem[] {
  return rows.unsigned.map((row) => ({
    id: `unsigned-${row.complaint_id}`,
    noun: 'complaint' as const,
    title: `签字并移交：${row.customer_name}，${row.reason}`,
    detail: row.number,
    complaintId: row.complaint_id,
    draftId: null,
    action: 'sign',
    openedAt: row.received_at.toString(),
    dueAt: null,
    warnAt: null,
    missed: false,
  }))
}

function scanItems(rows: DayRows, principal: Principal): DayItem[] {
  const mayLook = (row: DayRows['scans'][number]): boolean =>
    row.filed_by !== principal.actor.id && row.company_signer !== principal.actor.id
  return rows.scans
    .filter(
      (row) =>
        mayLook(row) && (row.recorder_id === principal.actor.id || principal.duties.has('approve')),
    )
    .map((row) => ({
      id: `scan-${row.complaint_id}`,
      noun: 'scan' as const,
      title: `确认客户签字：${row.customer_name}`,
      detail: row.number,
      complaintId: row.complaint_id,
      draftId: null,
      action: 'confirm-scan',
      openedAt: null,
      dueAt: null,
      warnAt: null,
      missed: false,
    }))
}

function draftItems(rows: DayRows): DayItem[] {
  return rows.drafts.map((row) => ({
    id: `draft-${row.draft_id}`,
    noun: 'draft' as const,
    title: `未登记完：${asText(row.content.values?.['company']) || '还没有客户'}`,
    detail: asText(row.content.values?.['reason'] ?? row.content.words?.[0]?.text),
    complaintId: null,
    draftId: row.draft_id,
    action: 'continue',
    openedAt: row.received_at.toString(),
    dueAt: null,
    warnAt: null,
    missed: false,
  }))
}

const WAITING_WORDS: Readonly<Record<string, string>> = {
  'awaiting-approval': '等领导批准',
  executing: '等部门执行',
  'awaiting-agreement': '等客户签协议',
}

function waitingFor(row: DayRows['waiting'][number], principal: Principal): string {
  if (row.handover_to !== null)
    return `等${principal.directory.people.get(row.handover_to)?.name ?? ''}接收`
  return WAITING_WORDS[row.status] ?? ''
}
