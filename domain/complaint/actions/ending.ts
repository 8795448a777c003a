import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { deciding, type Context, may, notClosed, ownership, permission } from '../context.ts'
import type { ComplaintEvent } from '../event.ts'
import { complaintFacts } from '../facts.ts'
import { missingOf } from '../gates.ts'
import type { ComplaintState } from '../state.ts'
import type { EndingKey } from '../vocabulary.ts'
import { remarksGates } from './plan-decision.ts'

/** NEG-17: the other honest ends; each has its reason, its conditions and a leader's approval. */
export const proposeEnding = action({
  type: 'propose-ending',
  targets: (_state, { playbook }) =>
    playbook.endings.filter((ending) => ending.needsApproval).map((ending) => ending.key),
  targetOf: (command) => command.ending,
  standing: (state, context, target) => [
    ...notClosed(state),
    ...mayPropose(state, context),
    ...endingGates(state, context, target),
    ...(state.proposal !== null && state.proposal.decision === null
      ? [must('NEG-17', { code: 'pending-proposal' }, postsWith('approve', context.playbook))]
      : []),
  ],
  given: (_state, { reason }) =>
    reason.trim() === '' ? [must('NEG-17', { code: 'ending-reason', field: 'reason' })] : [],
  events: (_state, { ending, reason }) => [{ type: 'ending-proposed', data: { ending, reason } }],
})

/** NEG-04, NEG-17: an ending is offered only where its conditions hold. */
function endingGates(state: ComplaintState, context: Context, key: string): readonly UnmetGate[] {
  const ending = context.playbook.endings.find((one) => one.key === key)
  if (ending === undefined || !ending.needsApproval)
    return [must('NEG-17', { code: 'follow-up-satisfied' })]
  if (ending.need === undefined) return []
  const missing = missingOf(ending.need, complaintFacts(state, context), context.playbook)
  return missing.length === 0 ? [] : [must(ending.rule, missing)]
}

/**
 * Its owner, who handles it. What nobody has signed yet can be ended by its recorder or a leader: a mistyped record, or one
 * whose recorder has left, must not stay open for ever because nobody may sign it for him (CMP-03).
 */
function mayPropose(state: ComplaintState, context: Context): readonly UnmetGate[] {
  const unsigned = state.signature === null
  if (unsigned && state.recorder === context.actor.id && may('record', context)) return []
  if (unsigned && may('approve', context)) return []
  return [...permission('handle', context), ...ownership(state, context)]
}

export const decideEnding = action({
  type: 'decide-ending',
  standing: (state, context) => [
    ...notClosed(state),
    ...deciding('approve', state.proposal === null ? [] : [state.proposal.by], context),
    ...(state.proposal !== null && state.proposal.decision === null
      ? []
      : [must('NEG-17', { code: 'open-proposal' }, [{ user: state.owner }])]),
  ],
  given: (_state, { decision, remarks }) => remarksGates(decision, remarks, 'NEG-17'),
  events: (state, { decision, remarks }, context) => [
    { type: 'ending-decided', data: { decision, remarks } },
    ...(decision === 'approved' && state.proposal !== null
      ? afterApproval(state.proposal.ending, context)
      : []),
  ],
})

/** NEG-04, APR-03: a refusal is told to the customer first; every other end is one at once. */
function afterApproval(key: EndingKey, { playbook }: Context): readonly ComplaintEvent[] {
  const ending = playbook.endings.find((one) => one.key === key)
  return ending?.tell === true
    ? [{ type: 'step-entered', data: { step: 'follow-up' } }]
    : [{ type: 'closed', data: { ending: key } }]
}
