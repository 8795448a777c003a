import { randomUUIDv7 } from 'node:crypto'
import {
  asText,
  beginCommitment,
  type ClockEffect,
  type Commitment,
  type ComplaintState,
  customerName,
  evolveCommitment,
  firstCharacters,
  type InstantText,
  isBefore,
  involved,
  isCustomerSigned,
  type NoticeIntent,
  type OrgId,
  type Playbook,
  rankAt,
  riskOf,
  RISKS,
  type TaskRow,
  titleOf,
  type UserId,
} from '@yinuo/domain'
import { chain, type EventRow, NO_EVENTS, type StreamHead } from '../../platform/log/chain.ts'
import { commitmentRow } from '../commitment/index.ts'
import type { LoadedCommitment } from './complaint-store.ts'

/** Sorts after everything that is due; a column without nulls keeps list order and index simple. */
const NEVER_DUE = '9999-01-01T00:00:00Z'

/** The columns lists filter and sort by, beside the state itself. */
export function complaintRow(
  state: ComplaintState,
  head: StreamHead,
  commitments: readonly Commitment[],
  known: ReadonlySet<UserId>,
  playbook: Playbook,
): object {
  const values = state.forms['registration']?.values ?? {}
  const risk = riskOf(state)
  const dueAt = nextDueAt(commitments)
  const dailyLoss = values['dailyLoss']
  const others = [...involved(state)].filter(
    (id) => id !== state.recorder && id !== state.owner && !known.has(id),
  )
  return {
    number: state.number,
    seq: head.seq,
    head_hash: head.hash.toString('hex'),
    state,
    playbook: state.playbook,
    site_id: state.siteId,
    customer_id: state.customerId,
    customer_name: customerName(state),
    party: asText(values['party']),
    reason: firstCharacters(asText(values['reason']), 200),
    channel: state.channel,
    status: state.status,
    step: state.step,
    recorder_id: state.recorder,
    owner_id: state.owner,
    handover_to: state.pendingHandover?.to ?? null,
    risk: risk === null ? null : RISKS.indexOf(risk),
    daily_loss_fen: typeof dailyLoss === 'number' ? dailyLoss : null,
    received_at: state.receivedAt,
    last_activity_at: state.lastActivityAt,
    signed_at: state.signature?.at ?? null,
    acknowledged_at: state.acknowledgedAt,
    chased_at: state.chasedAt,
    closed_at: state.closedAt,
    next_due_at: dueAt,
    rank_at: rankAt(dueAt, risk, playbook),
    awaiting: awaitedWord(state, playbook),
    ...(others.length === 0 ? {} : { involved: others }),
  }
}

/** What the case waits for that somebody else has to say; the work lists of leaders and second people are made of it. */
function awaitedWord(
  state: ComplaintState,
  playbook: Playbook,
): 'plan' | 'ending' | 'scan' | 'record' | null {
  if (state.closedAt !== null) return null
  if (state.proposal !== null && state.proposal.decision === null) return 'ending'
  if (state.plan?.stage === 'submitted') return 'plan'
  if (state.agreement?.scan != null && !isCustomerSigned(state)) return 'scan'
  const asked = Object.entries(state.records).some(
    ([kind, entries]) =>
      playbook.records[kind]?.decidedBy !== undefined &&
      entries.some((entry) => entry.decision === null),
  )
  return asked ? 'record' : null
}

/**
 * A broken promise presses until it is made good. Silence is a clock of its own and shows in its own view, not as the time a
 * case has left.
 */
function nextDueAt(commitments: readonly Commitment[]): InstantText {
  const due = commitments
    .filter((one) => one.quietSpan === null)
    .filter((one) => one.outcome === 'open' || (one.outcome === 'broken' && one.metAt === null))
    .map((one) => one.dueAt)
  return due.reduce((least, at) => (isBefore(at, least) ? at : least), NEVER_DUE)
}

export type CommitmentRows = {
  readonly rows: readonly object[]
  readonly events: readonly EventRow[]
  readonly states: readonly Commitment[]
}

/** Applies clock effects: rows with the version their writer saw, events on each commitment's own stream. */
export function commitmentRows(
  orgId: OrgId,
  loaded: readonly LoadedCommitment[],
  effects: readonly ClockEffect[],
  meta: { readonly now: InstantText; readonly realAt: InstantText; readonly by: UserId | null },
): CommitmentRows {
  const rows: object[] = []
  const events: EventRow[] = []
  const states = new Map(loaded.map((one) => [one.state.id, one.state]))
  for (const effect of effects) {
    const before = loaded.find((one) => one.state.id === effect.id)
    const head = before?.head ?? NO_EVENTS
    const recorded = effect.events.map((event) => ({ ...event, at: meta.now, by: meta.by }))
    const state = recorded.reduce<Commitment | null>(
      (current, event) =>
        event.type === 'commitment-opened'
          ? beginCommitment(event)
          : current === null
            ? null
            : evolveCommitment(current, event),
      before?.state ?? null,
    )
    if (state === null) throw new Error(`commitment ${effect.id} has events but was never opened`)
    const chained = chain({ orgId, id: effect.id, noun: 'commitment', head }, recorded, meta.realAt)
    events.push(...chained.rows)
    rows.push(commitmentRow(state, head.seq, chained.head))
    states.set(effect.id, state)
  }
  return { rows, events, states: [...states.values()] }
}

export function noticeRows(
  intents: readonly NoticeIntent[],
  state: ComplaintState,
  { by, now }: { readonly by: UserId | null; readonly now: InstantText },
): readonly object[] {
  return intents.map((intent) => ({
    notice_id: randomUUIDv7(),
    user_id: intent.to,
    kind: intent.kind,
    complaint_id: state.id,
    commitment_id: null,
    stage: null,
    actor_id: by,
    content: { number: state.number, title: titleOf(state), detail: intent.detail },
    created_at: now,
  }))
}

export function taskRows(before: readonly TaskRow[], after: readonly TaskRow[]): readonly object[] {
  return after
    .filter((task) => before.find((one) => one.id === task.id)?.state !== task.state)
    .map((task) => ({ task_id: task.id, post: task.post, state: task.state, content: task }))
}
