import type {
  CommitmentId,
  ComplaintId,
  InstantText,
  SiteId,
  TaskId,
  UserId,
} from '../kernel/ids.ts'
import { isBefore } from '../kernel/instant.ts'
import type { Clock, LadderTarget } from '../playbook/playbook.ts'

export const COMMITMENT_KINDS = ['deadline', 'promise'] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]

/** `met-late`: kept after its time; `broken`: a promise that passed its time. Neither is ever erased (CLK-21, PRM-05). */
export const COMMITMENT_OUTCOMES = [
  'open',
  'met',
  'met-late',
  'rescheduled',
  'broken',
  'void',
] as const
export type CommitmentOutcome = (typeof COMMITMENT_OUTCOMES)[number]

export type Rung = { readonly at: InstantText; readonly to: LadderTarget }
/** A miss of the present due time; a clock on silence keeps an earlier miss when it starts anew. */
export function isMissed(commitment: Commitment): boolean {
  return commitment.missedAt !== null && commitment.missedAt === commitment.dueAt
}

export type Explanation = { readonly at: InstantText; readonly by: UserId; readonly text: string }

/** A deadline set by policy or a promise made by a person: one row with a due time, a stream of its own. */
export type Commitment = {
  readonly schema: 1
  readonly id: CommitmentId
  readonly kind: CommitmentKind
  /** Key of the playbook's clock; empty for a promise. */
  readonly clock: string
  readonly rule: string
  readonly label: string
  /** The task a deadline of its own runs for; empty for one of the whole case. */
  readonly task: TaskId
  /** What was promised, or which task it is, in words; empty for a deadline of the case. */
  readonly content: string
  readonly subject: {
    readonly kind: 'complaint'
    readonly id: ComplaintId
    readonly number: string
    readonly title: string
  }
  readonly siteId: SiteId
  /** Whose it is; null means everybody who may approve. */
  readonly owner: UserId | null
  readonly ownedBy: Clock['ownedBy'] | 'promiser'
  readonly toWhom: string
  readonly source: string
  readonly openedAt: InstantText
  readonly dueAt: InstantText
  readonly warnAt: InstantText | null
  readonly ladder: readonly Rung[]
  /** How many stages (warning, breach, rungs) have fired; each fires exactly once. */
  readonly fired: number
  readonly outcome: CommitmentOutcome
  readonly missedAt: InstantText | null
  readonly metAt: InstantText | null
  readonly explanations: readonly Explanation[]
  /** ISO span after which silence counts (ESC-13); null for every other clock. */
  readonly quietSpan: string | null
}

export type CommitmentEvent =
  | {
      readonly type: 'commitment-opened'
      readonly data: Omit<
        Commitment,
        'schema' | 'fired' | 'outcome' | 'missedAt' | 'metAt' | 'explanations'
      >
    }
  | { readonly type: 'commitment-warned'; readonly data: { readonly stage: number } }
  | {
      readonly type: 'commitment-missed'
      readonly data: { readonly stage: number; readonly dueAt: InstantText }
    }
  | {
      readonly type: 'commitment-escalated'
      readonly data: { readonly stage: number; readonly to: LadderTarget }
    }
  | {
      readonly type: 'commitment-met'
      readonly data: { readonly metAt: InstantText; readonly note: string }
    }
  | { readonly type: 'commitment-voided'; readonly data: { readonly reason: string } }
  | { readonly type: 'commitment-reassigned'; readonly data: { readonly owner: UserId | null } }
  | {
      readonly type: 'commitment-restarted'
      readonly data: {
        readonly dueAt: InstantText
        readonly warnAt: InstantText | null
        readonly ladder: readonly Rung[]
      }
    }
  | { readonly type: 'commitment-explained'; readonly data: { readonly text: string } }

export type RecordedCommitmentEvent = CommitmentEvent & {
  readonly at: InstantText
  readonly by: UserId | null
}

export function beginCommitment(
  event: Extract<CommitmentEvent, { type: 'commitment-opened' }>,
): Commitment {
  return {
    schema: 1,
    ...event.data,
    fired: 0,
    outcome: 'open',
    missedAt: null,
    metAt: null,
    explanations: [],
  }
}

export function evolveCommitment(state: Commitment, event: RecordedCommitmentEvent): Commitment {
  switch (event.type) {
    case 'commitment-opened':
      throw new Error(`commitment ${state.id} is open already`)
    case 'commitment-warned':
    case 'commitment-escalated':
      return { ...state, fired: event.data.stage + 1 }
    case 'commitment-missed':
      return {
        ...state,
        fired: event.data.stage + 1,
        missedAt: event.data.dueAt,
        outcome: state.kind === 'promise' ? 'broken' : state.outcome,
      }
    case 'commitment-met': {
      const late = state.missedAt !== null || isBefore(state.dueAt, event.data.metAt)
      // Late is late, also where the miss had not been noticed yet: a worker that was down must not mend a broken promise.
      const missedAs = state.kind === 'promise' ? 'broken' : 'met-late'
      return {
        ...state,
        metAt: event.data.metAt,
        missedAt: state.missedAt ?? (late ? state.dueAt : null),
        outcome: late ? missedAs : 'met',
      }
    }
    case 'commitment-voided':
      return { ...state, outcome: state.outcome === 'open' ? 'void' : state.outcome }
    case 'commitment-reassigned':
      return { ...state, owner: event.data.owner }
    case 'commitment-restarted':
      return { ...state, ...event.data, fired: 0 }
    case 'commitment-explained':
      return {
        ...state,
        explanations: [
          ...state.explanations,
          { at: event.at, by: event.by ?? '', text: event.data.text },
        ],
      }
  }
}
