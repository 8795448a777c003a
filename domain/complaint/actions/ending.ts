import { isBefore } from '../../kernel/instant.ts'
import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import {
  type Context,
  handling,
  inStep,
  may,
  notClosed,
  ownership,
  permission,
} from '../context.ts'
import { complaintFacts, lastFollowUp } from '../facts.ts'
import { missingOf } from '../gates.ts'
import type { ComplaintState } from '../state.ts'
import { backToNegotiation, notOwn, remarksGates } from './plan.ts'
import { taskGates } from './stepping.ts'

/** FUP-01: until satisfied. An answer that is not satisfied names the next time, or sends the plan back to negotiation. */
export const recordFollowUp = action({
  type: 'record-follow-up',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['follow-up'], context),
  ],
  given: (_state, command, context) => {
    // Taken together they would leave a satisfied answer on a plan that is gone, and the next round could be closed on it.
    if (command.satisfied && command.changeNeeded)
      return [must('FUP-01', { code: 'actual-value', field: 'changeNeeded' })]
    if (command.satisfied || command.changeNeeded) return []
    const planned = command.nextAt !== null && isBefore(context.now, command.nextAt)
    return planned ? [] : [must('FUP-01', { code: 'next-follow-up-time', field: 'nextAt' })]
  },
  events: (state, { means, person, satisfied, dislikes, changeNeeded, nextAt }) => [
    { type: 'followed-up', data: { means, person, satisfied, dislikes, changeNeeded, nextAt } },
    ...(changeNeeded ? backToNegotiation(state, dislikes) : []),
  ],
})

/** NEG-17: the other honest ends; each has its reason, its conditions and a leader's approval. */
export const proposeEnding = action({
  type: 'propose-ending',
  standing: (state, context) => [
    ...notClosed(state),
    ...mayPropose(state, context),
    ...(state.proposal !== null && state.proposal.decision === null
      ? [must('NEG-17', { code: 'pending-proposal' }, postsWith('approve', context.playbook))]
      : []),
  ],
  given: (state, command, context) => {
    const ending = context.playbook.endings.find((one) => one.key === command.ending)
    if (ending === undefined || !ending.needsApproval)
      return [must('NEG-17', { code: 'follow-up-satisfied' })]
    const missing =
      ending.need === undefined
        ? []
        : missingOf(ending.need, complaintFacts(state, context), context.playbook)
    return [
      ...(command.reason.trim() === ''
        ? [must('NEG-17', { code: 'ending-reason', field: 'reason' })]
        : []),
      ...(missing.length === 0 ? [] : [must(ending.rule, missing)]),
    ]
  },
  events: (_state, { ending, reason }) => [{ type: 'ending-proposed', data: { ending, reason } }],
})

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
    ...permission('approve', context),
    ...(state.proposal !== null && state.proposal.decision === null
      ? []
      : [must('NEG-17', { code: 'open-proposal' }, [{ user: state.owner }])]),
    ...notOwn(state.proposal?.by, context),
  ],
  given: (_state, { decision, remarks }) => remarksGates(decision, remarks, 'NEG-17'),
  events: (state, { decision, remarks }) => [
    { type: 'ending-decided', data: { decision, remarks } },
    ...(decision === 'approved' && state.proposal !== null
      ? [{ type: 'closed' as const, data: { ending: state.proposal.ending } }]
      : []),
  ],
})

/** FUP-01, EXE-05, NEG-17: closed means the accepted plan is carried out and the customer says he is satisfied. */
export const close = action({
  type: 'close',
  standing: (state, context) => [
    ...handling(state, context),
    ...satisfiedGates(state),
    ...taskGates(state),
    ...acceptedGates(state, context),
  ],
  triggers: () => [{ verb: 'decide', object: 'close' }],
  events: () => [{ type: 'closed', data: { ending: 'satisfied' } }],
})

function satisfiedGates(state: ComplaintState): readonly UnmetGate[] {
  const satisfied = state.step === 'follow-up' && lastFollowUp(state)?.['satisfied'] === true
  return satisfied ? [] : [must('FUP-01', { code: 'follow-up-satisfied' }, [{ user: state.owner }])]
}

function acceptedGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  if (state.agreement?.confirmedBy != null && state.plan?.opinion === 'accepted') return []
  return [
    must('NEG-17', { code: 'customer-opinion-accepted' }, [
      { user: state.owner },
      ...postsWith('approve', context.playbook),
    ]),
  ]
}
