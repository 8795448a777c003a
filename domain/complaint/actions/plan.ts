import { canonical, type Json } from '../../kernel/canonical.ts'
import { must, type Missing, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { isEntered } from '../../playbook/condition.ts'
import type { Playbook } from '../../playbook/playbook.ts'
import { action } from '../action.ts'
import { type Context, handling, inStep, notClosed, permission } from '../context.ts'
import type { ComplaintEvent, PlanContent } from '../event.ts'
import { isPlanApproved } from '../facts.ts'
import { PLAN_PARTS } from '../plan-parts.ts'
import type { ComplaintState } from '../state.ts'
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
  given: (state, command, context) => {
    const plan = command.plan ?? state.plan?.content ?? null
    return [...incomplete(plan), ...(plan === null ? [] : unknownRemedies(plan, context.playbook))]
  },
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

function withPlan(state: ComplaintState, content: PlanContent): ComplaintState {
  const plan = {
    version: (state.plan?.version ?? 0) + 1,
    content,
    author: state.owner,
    stage: 'draft',
    submittedAt: null,
    decidedBy: null,
    remarks: '',
    approvedContent: null,
    told: false,
    opinion: null,
  } as const
  return { ...state, plan }
}

function incomplete(plan: PlanContent | null): readonly UnmetGate[] {
  const missing: Missing[] = []
  if (!isEntered(plan?.opinion)) missing.push(PLAN_PARTS.opinion)
  if ((plan?.remedies.length ?? 0) === 0) missing.push(PLAN_PARTS.remedies)
  if (plan?.costFen == null) missing.push(PLAN_PARTS.costFen)
  else if (plan.costFen < plan.remedies.reduce((sum, line) => sum + line.amountFen, 0)) {
    missing.push({
      code: 'plan-content',
      form: 'plan',
      field: 'costFen',
      detail: '足额的费用（不能少于各项合计）',
    })
  }
  return missing.length === 0 ? [] : [must('APR-01', missing)]
}

function unknownRemedies(plan: PlanContent, playbook: Playbook): readonly UnmetGate[] {
  const unknown = plan.remedies.filter(
    (line) => !playbook.remedies.some((remedy) => remedy.key === line.remedy),
  )
  return unknown.length === 0
    ? []
    : [
        must(
          'NEG-07',
          unknown.map((line) => ({ code: 'remedy-unknown' as const, detail: line.remedy })),
        ),
      ]
}

/** APR-02, SYS-15: a leader decides, never on what he proposed himself, also not as somebody's deputy. */
export const decidePlan = action({
  type: 'decide-plan',
  standing: (state, context) => [
    ...notClosed(state),
    ...permission('approve', context),
    ...(state.plan?.stage === 'submitted'
      ? []
      : [must('APR-02', { code: 'open-plan' }, [{ user: state.owner }])]),
    ...notOwn(state.plan?.author, context),
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

export function notOwn(author: string | undefined, context: Context): readonly UnmetGate[] {
  return author === context.actor.id
    ? [must('SYS-15', { code: 'not-own' }, postsWith('approve', context.playbook))]
    : []
}

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
  standing: (state, context) => [...handling(state, context), ...approvedGates(state, context)],
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
  return state.plan?.told === true
    ? []
    : [must('APR-03', { code: 'decision-told' }, [{ user: state.owner }])]
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
    ...(state.agreement === null ? [] : [{ type: 'agreement-voided' as const, data: { reason } }]),
    { type: 'step-entered', data: { step: 'negotiation' } },
  ]
}
