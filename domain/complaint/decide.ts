import { refuse, type Refusal, type UnmetGate } from '../kernel/refusal.ts'
import type { Trigger } from '../playbook/playbook.ts'
import type { ActionSpec } from './action.ts'
import { confirmScan, draftAgreement, fileScan, signAgreement } from './actions/agreement.ts'
import { close, decideEnding, proposeEnding, recordFollowUp } from './actions/ending.ts'
import { acknowledgeTask, completeTask } from './actions/execution.ts'
import { decidePlan, recordOpinion, savePlan, submitPlan, tellDecision } from './actions/plan.ts'
import { acknowledge, correct, handOver, sign } from './actions/registration.ts'
import { enterStep } from './actions/stepping.ts'
import {
  addRecord,
  attach,
  markChased,
  mergeReport,
  reply,
  revealContact,
  saveForm,
} from './actions/working.ts'
import type { CaseCommand, CommandOf } from './command.ts'
import type { Context } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import { complaintFacts } from './facts.ts'
import { merged, playbookGates, skipped } from './gates.ts'
import type { ComplaintState } from './state.ts'

const ACTIONS: { readonly [Type in CaseCommand['type']]: ActionSpec<Type> } = {
  sign,
  correct,
  'hand-over': handOver,
  acknowledge,
  'save-form': saveForm,
  'add-record': addRecord,
  'mark-chased': markChased,
  reply,
  'enter-step': enterStep,
  'save-plan': savePlan,
  'submit-plan': submitPlan,
  'decide-plan': decidePlan,
  'tell-decision': tellDecision,
  'record-opinion': recordOpinion,
  'draft-agreement': draftAgreement,
  'sign-agreement': signAgreement,
  'file-scan': fileScan,
  'confirm-scan': confirmScan,
  'acknowledge-task': acknowledgeTask,
  'complete-task': completeTask,
  'record-follow-up': recordFollowUp,
  'propose-ending': proposeEnding,
  'decide-ending': decideEnding,
  close,
  attach,
  'merge-report': mergeReport,
  'reveal-contact': revealContact,
}

/** Judges one command on a case: the events it causes, or a refusal with every unmet gate at once. Pure. */
export function decide<Type extends CaseCommand['type']>(
  state: ComplaintState,
  command: CommandOf<Type> & { readonly type: Type },
  context: Context,
): Refusal | readonly ComplaintEvent[] {
  const spec: ActionSpec<Type> = ACTIONS[command.type]
  const target = spec.targetOf?.(command) ?? ''
  const seen = spec.preview?.(state, command) ?? state
  const unmet = merged([
    ...spec.standing(state, context, target),
    ...(spec.given?.(state, command, context) ?? []),
    ...policy(spec.triggers?.(state, target) ?? [], state, context),
    ...policy(spec.inputTriggers?.(state, target) ?? [], seen, context),
  ])
  const { standing, debts } = skipped(unmet, 'skip' in command ? command.skip : undefined)
  if (standing.length > 0) return refuse(standing)
  return [...debts, ...spec.events(state, command, context)]
}

export type Option = {
  readonly action: CaseCommand['type']
  readonly target: string
  readonly allowed: boolean
  /** Every gate that stands in the way; `should` gates among them may be skipped with a reason. */
  readonly unmet: readonly UnmetGate[]
}

/** What may be done next and, for what may not, why: the gates of `decide` that need no input. */
export function options(state: ComplaintState, context: Context): readonly Option[] {
  return (Object.keys(ACTIONS) as CaseCommand['type'][]).flatMap((type) =>
    optionsOf(type, state, context),
  )
}

function optionsOf<Type extends CaseCommand['type']>(
  type: Type,
  state: ComplaintState,
  context: Context,
): readonly Option[] {
  const spec: ActionSpec<Type> = ACTIONS[type]
  const targets = spec.targets?.(state, context) ?? ['']
  return targets.map((target) => {
    const unmet = merged([
      ...spec.standing(state, context, target),
      ...policy(spec.triggers?.(state, target) ?? [], state, context),
    ])
    return { action: type, target, allowed: unmet.every((gate) => gate.strength !== 'must'), unmet }
  })
}

function policy(
  triggers: readonly Trigger[],
  state: ComplaintState,
  context: Context,
): readonly UnmetGate[] {
  return playbookGates(
    triggers,
    context.playbook,
    complaintFacts(state, context.playbook, context.zone),
  )
}
