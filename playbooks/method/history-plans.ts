import {
  canonical,
  type Json,
  type People,
  type PlanContent,
  type RecordedEvent,
  type RemedyLine,
} from '@yinuo/domain'
import { type Audit, each, last, since } from './history-audit.ts'
import { LUB } from './life.ts'
import { dayOf } from './sample-command.ts'

// Approvals and what they cover, read from the printed list of events alone (APR-02, APR-09, NEG-11, SYS-15).

const WRITING = ['plan-saved', 'plan-submitted', 'plan-revised'] as const

/** The last plan somebody wrote. */
function writtenOf(before: readonly RecordedEvent[]): PlanContent | undefined {
  const at = before.findLastIndex(({ type }) => WRITING.some((one) => one === type))
  const event = before[at]
  return event !== undefined && 'plan' in event.data ? event.data.plan : undefined
}

/** Everybody who wrote at the plan that is not yet carried out. */
function authorsOf(before: readonly RecordedEvent[]): ReadonlySet<string> {
  const executed = before.findLastIndex(
    (event) => event.type === 'step-entered' && event.data.step === 'execution',
  )
  const writing = before
    .slice(executed + 1)
    .filter(({ type }) => WRITING.some((one) => one === type))
  return new Set(writing.map(({ by }) => by ?? ''))
}

/** SYS-15: he holds the post himself, or stands in for somebody who had no hand in it. */
function approvesByHimself(event: RecordedEvent, authors: ReadonlySet<string>, people: People) {
  const person = people.get(event.by ?? '')
  const day = dayOf(event.at)
  const lent = (person?.standsInFor ?? [])
    .filter(({ absent, from, until }) => !authors.has(absent) && from <= day && day <= until)
    .flatMap(({ absent }) => people.get(absent)?.posts ?? [])
  return [...(person?.posts ?? []), ...lent].some(
    ({ post }) => LUB.posts[post]?.duties.includes('approve') === true,
  )
}

export const approvedByAnother: Audit = (history, people) =>
  each((event, before) => {
    if (event.type !== 'plan-approved') return null
    const submitted = last(before, 'plan-submitted')
    const between = since(before, 'plan-submitted').filter(({ type }) =>
      ['plan-saved', 'plan-approved', 'plan-returned', 'plan-rejected'].includes(type),
    )
    if (submitted === undefined || between.length > 0) return 'APR-02 nothing to approve'
    const authors = authorsOf(before)
    if (authors.has(event.by ?? '')) return 'SYS-15 approved his own'
    if (!approvesByHimself(event, authors, people)) return 'SYS-15 as deputy of the author'
    const same = canonical(submitted.data.plan as unknown as Json) === event.data.content
    return same ? null : 'APR-02 approved something else'
  })(history, people)

/** The approval that covers what may be told and agreed now; a newer plan ends it, a plan inside it does not. */
function approvalOf(before: readonly RecordedEvent[]) {
  return last(since(before, 'plan-saved', 'plan-submitted', 'approval-voided'), 'plan-approved')
}

/** APR-09: nothing more, no more of anything, however it is cut. */
function exceeds(plan: PlanContent, text: string): boolean {
  const approved = JSON.parse(text) as PlanContent
  const total = (
    lines: PlanContent['remedies'],
    like: RemedyLine,
    what: 'quantity' | 'amountFen',
  ) =>
    lines
      .filter((one) => LIKE.every((key) => one[key] === like[key]))
      .reduce((sum, one) => sum + one[what], 0)
  return (
    (plan.costFen ?? Infinity) > (approved.costFen ?? 0) ||
    plan.remedies.some((line) =>
      (['quantity', 'amountFen'] as const).some(
        (what) => total(plan.remedies, line, what) > total(approved.remedies, line, what),
      ),
    )
  )
}
const LIKE = ['remedy', 'product', 'unit', 'note'] as const

export const revisedInside = each((event, before) => {
  if (event.type !== 'plan-revised') return null
  const approval = approvalOf(before)
  if (approval === undefined) return 'APR-09 nothing approved'
  if (exceeds(event.data.plan, approval.data.content)) return 'APR-09 beyond the approval'
  const used = since(before, 'plan-approved').some(
    (one) => one.type === 'step-entered' && one.data.step === 'execution',
  )
  return used ? 'APR-09 the approval was used' : null
})

/** A decision may be told: the plan's approval stands, or that of a refusal. */
export const toldApproved = each((event, before) => {
  if (event.type !== 'decision-told') return null
  return approvalOf(before) === undefined && !isRefusalApproved(before) ? 'APR-02' : null
})

export function isRefusalApproved(before: readonly RecordedEvent[]): boolean {
  const decided = last(before, 'ending-decided')
  const negotiated = since(before, 'ending-decided').some(
    (one) =>
      one.type === 'reopened' || (one.type === 'step-entered' && one.data.step === 'negotiation'),
  )
  return decided?.data.decision === 'approved' && !negotiated
}

export const agreedApproved = each((event, before) => {
  if (event.type !== 'agreement-drafted') return null
  const approval = approvalOf(before)
  if (approval === undefined) return 'APR-02 not approved'
  const plan = writtenOf(before)
  if (plan === undefined || exceeds(plan, approval.data.content)) return 'APR-09 beyond'
  const same =
    canonical(event.data.remedies as unknown as Json) ===
      canonical(plan.remedies as unknown as Json) && event.data.costFen === plan.costFen
  if (!same) return 'APR-02 other'
  const after = since(before, 'plan-approved', 'plan-revised')
  if (last(after, 'decision-told') === undefined) return 'APR-03 not told'
  return last(after, 'opinion-recorded')?.data.opinion === 'accepted' ? null : 'NEG-10'
})
