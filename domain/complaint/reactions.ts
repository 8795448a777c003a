import { holds } from '../playbook/condition.ts'
import type { Context } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import { complaintFacts } from './facts.ts'
import type { ComplaintState } from './state.ts'

/**
 * What the playbook's reactions say now that a change made their condition true: one event each, so that the time line shows
 * it and the posts it names are told once (ESC-09). `before` is null for a case that has just begun.
 */
export function reactionsTo(
  before: ComplaintState | null,
  after: ComplaintState,
  context: Context,
): readonly ComplaintEvent[] {
  const { reactions } = context.playbook
  if (after.closedAt !== null || reactions.length === 0) return []
  const was = before === null ? null : complaintFacts(before, context)
  const is = complaintFacts(after, context)
  return reactions
    .filter(({ when }) => holds(when, is) && (was === null || !holds(when, was)))
    .map(({ id, says, notify }) => ({ type: 'advised', data: { rule: id, says, notify } }))
}
