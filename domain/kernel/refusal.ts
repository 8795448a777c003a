import type { UserId } from './ids.ts'

/** `must` refuses; `should` may be skipped with a reason and leaves a debt; `advice` is only shown. */
export const STRENGTHS = ['must', 'should', 'advice'] as const
export type Strength = (typeof STRENGTHS)[number]

/** Who could do what the actor could not: anybody holding a post, or one named person. */
export type WhoMay = { readonly post: string } | { readonly user: UserId }

/**
 * One thing that is missing. `code` is a key of the message table in `contract/messages`; `form` and `field`
 * point at the input so that a screen can move the focus there.
 */
export type Missing = {
  readonly code: MissingCode
  readonly form?: string
  readonly field?: string
  readonly detail?: string
  /** How many are wanted, where one is not enough. */
  readonly count?: number
}

/** Everything the domain can miss; each has a sentence in every language (contract/messages). */
export const MISSING_CODES = [
  'accepting-person',
  'acknowledgement',
  'actual-value',
  'administrator-left',
  'agreement-confirmed-by-second-person',
  'agreement-draft',
  'agreement-scan',
  'agreement-signed-by-company',
  'approved-ending',
  'approved-plan',
  'at-most',
  'complaints-handed-over',
  'correction-reason',
  'contact-by-other',
  'customer-contact',
  'customer-opinion',
  'date-not-future',
  'customer-opinion-accepted',
  'date-order',
  'decision-told',
  'deputy-in-office',
  'earlier-than-now',
  'earlier-time-reason',
  'ending-reason',
  'exactly-one-playbook',
  'field',
  'field-choice',
  'field-format',
  'field-too-long',
  'field-unknown',
  'follow-up-answer',
  'follow-up-dislikes',
  'follow-up-satisfied',
  'handled-cleanly',
  'minimum',
  'next-follow-up-time',
  'not-closed',
  'closed',
  'not-own',
  'not-signed-yet',
  'objections',
  'open-agreement',
  'open-decision',
  'open-handover',
  'open-parcel',
  'open-plan',
  'open-promise',
  'open-proposal',
  'open-task',
  'other-person',
  'owner',
  'pending-approval',
  'pending-proposal',
  'phrase',
  'plan-content',
  'post',
  'post-executes',
  'promise-open',
  'promise-time',
  'promise-time-future',
  'qualification',
  'reason',
  'record',
  'record-count',
  'remarks',
  'remedy-detail',
  'remedy-unknown',
  'setup-code',
  'setup-open',
  'signature',
  'signature-by-recorder',
  'spread-over-days',
  'step',
  'superior',
  'superior-circle',
  'task-evidence',
  'task-label',
  'task-open',
  'test-result',
  'value',
  'visit-qualification',
  'waiver-by-leader',
  'years',
] as const
export type MissingCode = (typeof MISSING_CODES)[number]

/** A gate that is not met: the requirement it enforces, what is missing and who may supply it. */
export type UnmetGate = {
  readonly rule: string
  readonly strength: Strength
  readonly missing: readonly Missing[]
  readonly who: readonly WhoMay[]
}

/** A command that changed nothing, with every unmet gate at once (SYS-20, ROLE-22). */
export type Refusal = { readonly refused: true; readonly unmet: readonly UnmetGate[] }

export function refuse(unmet: readonly UnmetGate[]): Refusal {
  return { refused: true, unmet }
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value && value.refused === true
}

/** Shorthand for a floor gate, which no playbook can soften. */
export function must(
  rule: string,
  missing: Missing | readonly Missing[],
  who: readonly WhoMay[] = [],
): UnmetGate {
  return {
    rule,
    strength: 'must',
    missing: Array.isArray(missing) ? missing : [missing as Missing],
    who,
  }
}
