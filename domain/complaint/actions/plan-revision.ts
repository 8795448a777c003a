import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { type Context, handling, inStep } from '../context.ts'
import { beyondEnvelope } from '../envelope.ts'
import type { ComplaintEvent } from '../event.ts'
import { approvedOf } from '../facts.ts'
import type { ComplaintState } from '../state.ts'
import { agreementVoided } from './plan-decision.ts'
import { planGates } from './plan-gates.ts'
import { withPlan } from './plan.ts'

/**
 * NEG-11, APR-09: an approved plan changes. Inside what was approved it goes on without a new approval, in one step where
 * the customer accepts it in the same talk; beyond it the approval is void and the plan is before the leader again. Either
 * way an agreement on the old plan is void.
 */
export const revisePlan = action({
  type: 'revise-plan',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['negotiation', 'approval', 'agreement'], context),
    ...approvedAndUnused(state, context),
  ],
  inputTriggers: () => [{ verb: 'send', object: 'plan' }],
  preview: (state, { plan }) => withPlan(state, plan),
  given: (state, { plan, reason, accepted }, context) => [
    ...planGates(plan, context),
    ...(reason.trim() === '' ? [must('APR-09', { code: 'reason', field: 'reason' })] : []),
    // What nobody has approved yet cannot have been offered, so it cannot have been accepted.
    ...(accepted !== null && isBeyond(state, plan)
      ? [must('APR-02', { code: 'approved-plan' }, postsWith('approve', context.playbook))]
      : []),
  ],
  events: (state, { plan, reason, accepted }): readonly ComplaintEvent[] => {
    const voided = agreementVoided(state, reason)
    if (isBeyond(state, plan)) {
      return [
        ...voided,
        { type: 'approval-voided', data: { reason } },
        { type: 'plan-submitted', data: { plan } },
        { type: 'step-entered', data: { step: 'approval' } },
      ]
    }
    return [
      ...voided,
      ...(state.step === 'approval'
        ? []
        : [{ type: 'step-entered' as const, data: { step: 'approval' } }]),
      { type: 'plan-revised', data: { plan, reason } },
      ...(accepted === null
        ? []
        : [
            { type: 'decision-told' as const, data: accepted },
            {
              type: 'opinion-recorded' as const,
              data: { opinion: 'accepted' as const, words: accepted.content },
            },
          ]),
    ]
  },
})

function isBeyond(state: ComplaintState, plan: Parameters<typeof beyondEnvelope>[0]): boolean {
  const approved = approvedOf(state.plan)
  return approved === null || beyondEnvelope(plan, approved).length > 0
}

/** What was carried out under an approval cannot be granted a second time by it. */
function approvedAndUnused(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return approvedOf(state.plan) !== null
    ? []
    : [must('APR-09', { code: 'approved-plan' }, postsWith('approve', context.playbook))]
}
