import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { type Context, handling } from '../context.ts'
import { lastFollowUp } from '../facts.ts'
import { openThings } from '../open-things.ts'
import { isCustomerSigned } from '../signatures.ts'
import type { ComplaintState } from '../state.ts'
import { toldGates } from './plan-decision.ts'
import { taskGates } from './stepping.ts'

/**
 * FUP-01, EXE-05, EXE-14, NEG-17: closed means the accepted plan is carried out, the customer says he is satisfied and
 * nothing is left open; or an approved refusal was told to him (NEG-04).
 */
export const close = action({
  type: 'close',
  standing: (state, context) => [
    ...handling(state, context),
    ...(isRefusalApproved(state)
      ? toldGates(state)
      : [...satisfiedGates(state), ...taskGates(state), ...acceptedGates(state, context)]),
    ...openGates(state, context),
  ],
  triggers: () => [{ verb: 'decide', object: 'close' }],
  given: (_state, { clean }) =>
    clean ? [] : [{ ...OPEN_GATE, missing: [{ code: 'handled-cleanly' as const }] }],
  events: (state) => [
    {
      type: 'closed',
      data: { ending: isRefusalApproved(state) ? state.proposal.ending : 'satisfied' },
    },
  ],
})

const OPEN_GATE = { rule: 'EXE-14', strength: 'should', who: [] } as const

/** EXE-14: everything that is still open, by name. A reason may stand for it, and stays. */
function openGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  const missing = openThings(state, context)
  return missing.length === 0 ? [] : [{ ...OPEN_GATE, missing }]
}

type Refused = ComplaintState & { readonly proposal: NonNullable<ComplaintState['proposal']> }

/** Only an ending that has to be told first is approved and not yet the end. */
function isRefusalApproved(state: ComplaintState): state is Refused {
  return state.proposal?.decision === 'approved'
}

function satisfiedGates(state: ComplaintState): readonly UnmetGate[] {
  const satisfied = state.step === 'follow-up' && lastFollowUp(state)?.['satisfied'] === true
  return satisfied ? [] : [must('FUP-01', { code: 'follow-up-satisfied' }, [{ user: state.owner }])]
}

function acceptedGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  if (isCustomerSigned(state) && state.plan?.opinion === 'accepted') return []
  return [
    must('NEG-17', { code: 'customer-opinion-accepted' }, [
      { user: state.owner },
      ...postsWith('approve', context.playbook),
    ]),
  ]
}
