import type { PlanContent } from './event.ts'
import type { ComplaintState } from './state.ts'

// What becomes of a plan, of what was granted on it and of the agreement made of it.

/** A plan nobody has submitted, decided or told yet. */
export const UNDECIDED = {
  stage: 'draft',
  submittedAt: null,
  decidedBy: null,
  remarks: '',
  approvedContent: null,
  spent: false,
  told: false,
  opinion: null,
} as const

export function newPlan(
  state: ComplaintState,
  content: PlanContent,
  author: string,
): ComplaintState {
  const plan = {
    ...written(state, content, author),
    ...UNDECIDED,
  }
  return { ...ungranted(state), plan }
}

/** One more version of the plan. What was carried out is done with: a new plan has only its own authors. */
export function written(state: ComplaintState, content: PlanContent, author: string) {
  const { plan } = state
  const before = plan === null || plan.spent ? [] : plan.authors
  return {
    version: (plan?.version ?? 0) + 1,
    content,
    author,
    authors: [...new Set([...before, author])],
  }
}

export function grant(state: ComplaintState, at: string, by: string): ComplaintState {
  if (state.plan === null) return state
  const { author, content } = state.plan
  return {
    ...state,
    granted: [...state.granted, { at, author, by, costFen: content.costFen ?? 0 }],
  }
}

/** What was granted and never carried out is no longer granted when another plan takes its place. */
export function ungranted(state: ComplaintState): ComplaintState {
  return state.plan?.stage === 'approved' && !state.plan.spent
    ? { ...withPlan(state, { stage: 'draft' }), granted: state.granted.slice(0, -1) }
    : state
}

/** A plan waits for its decision in the approval step and nowhere else. */
export function withdrawn(state: ComplaintState): ComplaintState {
  return state.plan?.stage === 'submitted' && state.step !== 'approval'
    ? withPlan(state, { stage: 'draft' })
    : state
}

/** The decision that stands is told: an approved refusal, else the approved plan. */
export function withTold(state: ComplaintState): ComplaintState {
  const { proposal } = state
  return proposal?.decision === 'approved'
    ? { ...state, proposal: { ...proposal, told: true } }
    : withPlan(state, { told: true })
}

/** AGR-04: out of force and still to be read. */
export function withoutAgreement(
  state: ComplaintState,
  { at, by, reason }: { readonly at: string; readonly by: string; readonly reason: string },
): ComplaintState {
  if (state.agreement === null) return state
  const former = {
    ...state.agreement,
    endedAt: at,
    endedBy: by,
    reason,
    fulfilled: state.plan?.spent === true,
  }
  return { ...state, agreement: null, formerAgreements: [...state.formerAgreements, former] }
}

export function withPlan(
  state: ComplaintState,
  change: Partial<NonNullable<ComplaintState['plan']>>,
  status = state.status,
): ComplaintState {
  return state.plan === null ? state : { ...state, status, plan: { ...state.plan, ...change } }
}
