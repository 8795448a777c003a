import { canonical, type Json } from '../../kernel/canonical.ts'
import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { deciding, type Context, handling, inStep, notClosed } from '../context.ts'
import type { ComplaintEvent } from '../event.ts'
import { isPlanApproved } from '../facts.ts'
import type { ComplaintState } from '../state.ts'

/** APR-02, SYS-15: a leader decides, never on what he had a hand in, nor as the deputy of one who had. */
export const decidePlan = action({
  type: 'decide-plan',
  standing: (state, context) => [
    ...notClosed(state),
    ...deciding('approve', state.plan?.authors ?? [], context),
    ...(state.plan?.stage === 'submitted'
      ? []
      : [must('APR-02', { code: 'open-plan' }, [{ user: state.owner }])]),
  ],
  triggers: () => [{ verb: 'decide', object: 'plan' }],
  given: (_state, { decision, remarks }) => remarksGates(decision, remarks, 'APR-02'),
  events: (state, { decision, remarks }): readonly ComplaintEvent[] => {
    if (decision === 'approved') {
      return [
        {
          type: 'plan-approved',
          data: { remarks, content: canonical(state.plan?.content as unknown as Json) },
        },
      ]
    }
    const type = decision === 'returned' ? 'plan-returned' : 'plan-rejected'
    return [
      { type, data: { remarks } },
      { type: 'step-entered', data: { step: 'negotiation' } },
    ]
  },
})

export function remarksGates(
  decision: string,
  remarks: string,
  rule: string,
): readonly UnmetGate[] {
  return decision === 'approved' || remarks.trim() !== ''
    ? []
    : [must(rule, { code: 'remarks', field: 'remarks' })]
}

/** APR-02, APR-03: only what is approved goes to the customer, told by a named person by a named means. */
export const tellDecision = action({
  type: 'tell-decision',
  standing: (state, context) => [
    ...handling(state, context),
    ...(state.proposal?.decision === 'approved' ? [] : approvedGates(state, context)),
  ],
  spoken: ({ content }) => [content],
  events: (_state, { means, person, content }) => [
    { type: 'decision-told', data: { means, person, content } },
  ],
})

export function approvedGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return isPlanApproved(state)
    ? []
    : [must('APR-02', { code: 'approved-plan' }, postsWith('approve', context.playbook))]
}

export function toldGates(state: ComplaintState): readonly UnmetGate[] {
  const { proposal, plan } = state
  const told = proposal?.decision === 'approved' ? proposal.told : plan?.told === true
  return told ? [] : [must('APR-03', { code: 'decision-told' }, [{ user: state.owner }])]
}

/** NEG-10, AGR-04: the customer's opinion; anything but acceptance goes back to negotiation and voids an unsigned agreement. */
export const recordOpinion = action({
  type: 'record-opinion',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['approval', 'agreement'], context),
    ...approvedGates(state, context),
    ...toldGates(state),
  ],
  given: (_state, { opinion, words }) =>
    opinion === 'accepted' || words.trim() !== ''
      ? []
      : [must('AGR-04', { code: 'objections', field: 'words' })],
  events: (state, { opinion, words }) => [
    { type: 'opinion-recorded', data: { opinion, words } },
    ...(opinion === 'accepted' ? [] : backToNegotiation(state, words)),
  ],
})

export function backToNegotiation(
  state: ComplaintState,
  reason: string,
): readonly ComplaintEvent[] {
  return [
    ...agreementVoided(state, reason),
    { type: 'step-entered', data: { step: 'negotiation' } },
  ]
}

/** AGR-04, APR-09: an agreement on something else than the plan of today is void. */
export function agreementVoided(state: ComplaintState, reason: string): readonly ComplaintEvent[] {
  return state.agreement === null ? [] : [{ type: 'agreement-voided', data: { reason } }]
}
