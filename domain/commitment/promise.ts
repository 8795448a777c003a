import type { CommitmentId, InstantText, UserId } from '../kernel/ids.ts'
import { isBefore, normalInstant } from '../kernel/instant.ts'
import { must, refuse, type Refusal, type UnmetGate } from '../kernel/refusal.ts'
import { notClosed, permission, today, type Context } from '../complaint/context.ts'
import type { ComplaintEvent } from '../complaint/event.ts'
import { complaintFacts } from '../complaint/facts.ts'
import { playbookGates } from '../complaint/gates.ts'
import type { ComplaintState } from '../complaint/state.ts'
import { visitGates } from '../people/visiting.ts'
import { speechGates } from '../speech/speech-gates.ts'
import type { Commitment, CommitmentEvent } from './commitment.ts'

export type PromiseCommand = {
  readonly id: CommitmentId
  readonly content: string
  readonly toWhom: string
  readonly dueAt: InstantText | null
  readonly source: string
  readonly owner: UserId
  readonly about: PromiseSubject
  /** Said already: it is recorded whatever speaks against it, flagged and told at once (architecture §4). */
  readonly spoken: boolean
}

/** To answer, to call or to come can always be promised; an outcome (replace, pay, repair) not on every case (INV-12). */
export const PROMISE_SUBJECTS = ['answer', 'visit', 'outcome'] as const
export type PromiseSubject = (typeof PROMISE_SUBJECTS)[number]

export type PromiseOutcome = {
  readonly commitment: readonly CommitmentEvent[]
  /** What the case keeps of it: 已说出口. */
  readonly events: readonly ComplaintEvent[]
}

/**
 * PRM-01, PRM-02: a promise to a customer with content, addressee and a concrete date and time still ahead. It is warned of
 * early enough to tell the customer: 30 min before, for short spans a third of what is left.
 */
export function makePromise(
  command: PromiseCommand,
  state: ComplaintState,
  title: string,
  context: Context,
): Refusal | PromiseOutcome {
  const policy = command.about === 'outcome' ? outcomeGates(state, context) : []
  const unmet = [
    ...notClosed(state),
    ...permission('promise', context),
    ...speechGates([command.content], context.playbook, today(context)).filter(
      (gate) => gate.strength === 'must',
    ),
    ...(command.spoken ? [] : policy),
    ...(context.people.get(command.owner)?.active === true
      ? []
      : [must('PRM-01', { code: 'accepting-person', field: 'owner' })]),
    ...(command.about === 'visit' ? visitorGates(command.owner, context) : []),
    ...timeGates(command.dueAt, context.now),
  ]
  if (unmet.length > 0 || command.dueAt === null) return refuse(unmet)
  const { id, content, toWhom, source, owner } = command
  const dueAt = normalInstant(command.dueAt)
  const flagged = policy.length > 0
  const opened: CommitmentEvent = {
    type: 'commitment-opened',
    data: {
      id,
      kind: 'promise',
      clock: '',
      rule: 'PRM-01',
      label: content,
      task: '',
      content,
      subject: { kind: 'complaint', id: state.id, number: state.number, title },
      siteId: state.siteId,
      owner,
      ownedBy: 'promiser',
      toWhom,
      source,
      openedAt: context.now,
      dueAt,
      warnAt: warnAtFor(context.now, dueAt),
      ladder: [
        { at: dueAt, to: 'owner' },
        { at: dueAt, to: 'superior' },
      ],
      quietSpan: null,
    },
  }
  return { commitment: [opened], events: flagged ? [spokenOf(content, policy, context)] : [] }
}

/** To come is promised for somebody who may be sent; said already, too: then another one goes (STF-08). */
function visitorGates(owner: UserId, context: Context): readonly UnmetGate[] {
  const person = context.people.get(owner)
  const staffing = { ...context, today: today(context) }
  return person === undefined ? [] : visitGates(person, staffing, { field: 'owner' })
}

/** What the playbook asks before an outcome is promised (INV-12, PRM-09). */
function outcomeGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return playbookGates(
    [{ verb: 'save', object: 'outcome-promise' }],
    context.playbook,
    complaintFacts(state, context),
    [],
  ).filter((gate) => gate.strength === 'must')
}

/** A promise already spoken is never lost: leaders are told at once which gate it passed over. */
function spokenOf(
  content: string,
  passed: readonly UnmetGate[],
  { playbook }: Context,
): ComplaintEvent {
  const notify = Object.keys(playbook.posts).filter((post) =>
    playbook.posts[post]?.duties.includes('approve'),
  )
  const data = { rule: passed[0]?.rule ?? 'PRM-09', says: `已说出口：${content}`, notify }
  return { type: 'advised', data }
}

function timeGates(dueAt: InstantText | null, now: InstantText) {
  if (dueAt === null) return [must('PRM-02', { code: 'promise-time', field: 'dueAt' })]
  return isBefore(now, dueAt)
    ? []
    : [must('PRM-01', { code: 'promise-time-future', field: 'dueAt' })]
}

const NOTICE_MS = 30 * 60_000

function warnAtFor(now: InstantText, dueAt: InstantText): InstantText {
  const due = Temporal.Instant.from(dueAt)
  const span = due.epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds
  return due.subtract({ milliseconds: Math.min(NOTICE_MS, Math.floor(span / 3)) }).toString()
}

/** The owner, or the owner of the case, says it is kept; after its time the breach stays and the catching-up is recorded. */
export function keepPromise(
  promise: Commitment,
  caseOwner: UserId,
  note: string,
  context: Context,
): Refusal | readonly CommitmentEvent[] {
  const unmet = [
    ...permission('promise', context),
    ...(promise.owner === context.actor.id || caseOwner === context.actor.id
      ? []
      : [
          must(
            'PRM-01',
            { code: 'other-person' },
            promise.owner === null ? [] : [{ user: promise.owner }],
          ),
        ]),
    ...(promise.kind === 'promise' &&
    promise.metAt === null &&
    ['open', 'broken'].includes(promise.outcome)
      ? []
      : [must('PRM-01', { code: 'promise-open' })]),
  ]
  return unmet.length > 0
    ? refuse(unmet)
    : [{ type: 'commitment-met', data: { metAt: context.now, note } }]
}

/** CLK-21: a miss can be explained by its owner, the owner's superior or the case's owner, never erased. */
export function explainMiss(
  commitment: Commitment,
  mayExplain: boolean,
  text: string,
): Refusal | readonly CommitmentEvent[] {
  const unmet = [
    ...(mayExplain
      ? []
      : [
          must(
            'CLK-21',
            { code: 'other-person' },
            commitment.owner === null ? [] : [{ user: commitment.owner }],
          ),
        ]),
    ...(commitment.missedAt === null ? [must('CLK-21', { code: 'actual-value' })] : []),
  ]
  return unmet.length > 0 ? refuse(unmet) : [{ type: 'commitment-explained', data: { text } }]
}
