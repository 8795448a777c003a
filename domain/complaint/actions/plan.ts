import { action } from '../action.ts'
import { handling, inStep } from '../context.ts'
import type { PlanContent } from '../event.ts'
import { UNDECIDED } from '../evolve-plan.ts'
import type { ComplaintState } from '../state.ts'
import { planGates, unknownRemedies } from './plan-gates.ts'
import { leavingGates } from './stepping.ts'

export const savePlan = action({
  type: 'save-plan',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['negotiation'], context),
  ],
  triggers: () => [{ verb: 'save', object: 'plan' }],
  preview: (state, { plan }) => withPlan(state, plan),
  given: (_state, { plan }, context) => unknownRemedies(plan, context.playbook),
  events: (_state, { plan }) => [{ type: 'plan-saved', data: { plan } }],
})

/** APR-01: no submission without the handler's own opinion, the plan and its cost; submitting it enters the approval step. */
export const submitPlan = action({
  type: 'submit-plan',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['negotiation'], context),
    ...leavingGates(state, context),
  ],
  triggers: (state) => [
    { verb: 'leave', object: state.step },
    { verb: 'enter', object: 'approval' },
  ],
  inputTriggers: () => [{ verb: 'send', object: 'plan' }],
  preview: (state, { plan }) => (plan === null ? state : withPlan(state, plan)),
  given: (state, command, context) =>
    planGates(command.plan ?? state.plan?.content ?? null, context),
  events: (state, command) => {
    const plan = command.plan ?? state.plan?.content
    return plan === undefined
      ? []
      : [
          { type: 'plan-submitted', data: { plan } },
          { type: 'step-entered', data: { step: 'approval' } },
        ]
  },
})

/** The case with this plan as its draft: what gates on the plan itself are asked of. */
export function withPlan(state: ComplaintState, content: PlanContent): ComplaintState {
  const plan = {
    version: (state.plan?.version ?? 0) + 1,
    content,
    author: state.owner,
    authors: [state.owner],
    ...UNDECIDED,
  }
  return { ...state, plan }
}
