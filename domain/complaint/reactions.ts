import type { Json } from '../kernel/canonical.ts'
import { holds, isEntered } from '../playbook/condition.ts'
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
    .filter((reaction) => reaction.notify.length > 0)
    .filter(({ when }) => holds(when, is) && (was === null || !holds(when, was)))
    .map(({ id, says, notify }) => ({ type: 'advised', data: { rule: id, says, notify } }))
}

export type Suggestion = {
  readonly rule: string
  readonly form: string
  readonly field: string
  readonly value: Json
  readonly says: string
}

/** Values the playbook offers for fields that are still empty (NEG-03); nobody is bound by them. */
export function suggestionsFor(state: ComplaintState, context: Context): readonly Suggestion[] {
  const facts = complaintFacts(state, context)
  return context.playbook.reactions
    .filter(({ when }) => holds(when, facts))
    .flatMap(({ id, says, suggest }) =>
      Object.entries(suggest).flatMap(([path, value]) => {
        const [form = '', field = ''] = path.split('.')
        return isEntered(facts.read(path)) ? [] : [{ rule: id, form, field, value, says }]
      }),
    )
}
