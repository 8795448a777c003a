import type { CommitmentId, InstantText, UserId } from '../kernel/ids.ts'
import { isBefore } from '../kernel/instant.ts'
import { must, refuse, type Refusal } from '../kernel/refusal.ts'
import { notClosed, permission, type Context } from '../complaint/context.ts'
import type { ComplaintState } from '../complaint/state.ts'
import type { Commitment, CommitmentEvent } from './commitment.ts'

export type PromiseCommand = {
  readonly id: CommitmentId
  readonly content: string
  readonly toWhom: string
  readonly dueAt: InstantText | null
  readonly source: string
  readonly owner: UserId
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
): Refusal | readonly CommitmentEvent[] {
  const unmet = [
    ...notClosed(state),
    ...permission('promise', context),
    ...(context.people.get(command.owner)?.active === true
      ? []
      : [must('PRM-01', { code: 'accepting-person', field: 'owner' })]),
    ...timeGates(command.dueAt, context.now),
  ]
  if (unmet.length > 0 || command.dueAt === null) return refuse(unmet)
  const { id, content, toWhom, source, owner } = command
  const dueAt = Temporal.Instant.from(command.dueAt).toString()
  return [
    {
      type: 'commitment-opened',
      data: {
        id,
        kind: 'promise',
        clock: '',
        rule: 'PRM-01',
        label: content,
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
    },
  ]
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
