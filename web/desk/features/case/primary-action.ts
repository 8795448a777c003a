import type { ComplaintView } from '@yinuo/contract'
import { type CaseAction, isAllowed, optionOf } from './option.ts'

type Asked = Pick<
  ComplaintView,
  | 'options'
  | 'step'
  | 'plan'
  | 'agreement'
  | 'pendingHandover'
  | 'records'
  | 'receivers'
  | 'closedAt'
  | 'signature'
>

/** What waits for one person alone comes first, whatever the step. */
const WAITING_FOR_ME: readonly CaseAction[] = [
  'acknowledge',
  'decide-ending',
  'decide-plan',
  'confirm-scan',
]

/**
 * The one action of the page: the filled button that Alt+E presses. It follows from what the server allows, so a person
 * who can do nothing now has none. Exactly one button asks for each of these names.
 */
export function primaryAction(view: Asked): CaseAction | null {
  if (view.closedAt !== null) return null
  const waiting = WAITING_FOR_ME.find((action) => isAllowed(view, action))
  if (waiting !== undefined) return waiting
  return candidates(view).find((action) => isAllowed(view, action)) ?? null
}

function candidates(view: Asked): readonly CaseAction[] {
  switch (view.step) {
    case 'intake':
      if (view.signature === null) return ['sign']
      return view.pendingHandover === null ? ['hand-over'] : []
    case 'negotiation':
      return ['submit-plan', 'save-form']
    case 'approval':
      return [
        ...(view.plan?.told === true ? [] : (['tell-decision'] as const)),
        ...(view.plan?.opinion == null ? (['record-opinion'] as const) : []),
        'draft-agreement',
      ]
    case 'agreement':
      return [
        'sign-agreement',
        ...(view.agreement?.scan == null ? (['file-scan'] as const) : []),
        'enter-step',
      ]
    case 'follow-up':
      return ['close', 'record-follow-up']
    default:
      return ['enter-step', ...(workOf(view) ?? [])]
  }
}

/** A step made of forms: go on when nothing is missing, else record the talk that is missing, else save. */
function workOf(view: Asked): readonly CaseAction[] | undefined {
  if (!isAllowed(view, 'save-form')) return undefined
  const missing = optionOf(view, 'enter-step')?.unmet.flatMap((gate) => gate.missing) ?? []
  return missing.some((one) => one.code === 'record') ? ['add-record'] : ['save-form']
}
