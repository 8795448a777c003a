import { refuse, type Refusal, type UnmetGate } from '../kernel/refusal.ts'
import type { ActionSpec } from './action.ts'
import { correct } from './actions/correction.ts'
import { confirmScan, draftAgreement, fileScan, signAgreement } from './actions/agreement.ts'
import { revokeLink, sendLink } from './actions/customer-link.ts'
import { planCare, recordCare, reopen } from './actions/care.ts'
import { close } from './actions/closing.ts'
import { decideEnding, proposeEnding } from './actions/ending.ts'
import { acknowledgeTask, addTask, completeTask } from './actions/execution.ts'
import { printForm } from './actions/printing.ts'
import { recordFollowUp } from './actions/follow-up.ts'
import { decidePlan, recordOpinion, tellDecision } from './actions/plan-decision.ts'
import { revisePlan } from './actions/plan-revision.ts'
import { savePlan, submitPlan } from './actions/plan.ts'
import { acknowledge, handOver, sign } from './actions/registration.ts'
import { enterStep } from './actions/stepping.ts'
import {
  addRecord,
  attach,
  decideRecord,
  markChased,
  mergeReport,
  reply,
  revealContact,
  saveForm,
} from './actions/working.ts'
import type { CaseCommand, CommandOf } from './command.ts'
import { type Context, today } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import { complaintFacts } from './facts.ts'
import { evolve } from './evolve.ts'
import { type Happening, merged, playbookGates, skipped, standsInTheWay } from './gates.ts'
import { reactionsTo } from './reactions.ts'
import { speechGates } from '../speech/speech-gates.ts'
import type { ComplaintState } from './state.ts'

const ACTIONS: { readonly [Type in CaseCommand['type']]: ActionSpec<Type> } = {
  sign,
  correct,
  'hand-over': handOver,
  acknowledge,
  'save-form': saveForm,
  'add-record': addRecord,
  'decide-record': decideRecord,
  'mark-chased': markChased,
  reply,
  'enter-step': enterStep,
  'save-plan': savePlan,
  'submit-plan': submitPlan,
  'revise-plan': revisePlan,
  'decide-plan': decidePlan,
  'tell-decision': tellDecision,
  'record-opinion': recordOpinion,
  'draft-agreement': draftAgreement,
  'sign-agreement': signAgreement,
  'file-scan': fileScan,
  'confirm-scan': confirmScan,
  'acknowledge-task': acknowledgeTask,
  'complete-task': completeTask,
  'add-task': addTask,
  'record-follow-up': recordFollowUp,
  'propose-ending': proposeEnding,
  'decide-ending': decideEnding,
  close,
  'plan-care': planCare,
  'record-care': recordCare,
  reopen,
  attach,
  'merge-report': mergeReport,
  'reveal-contact': revealContact,
  'print-form': printForm,
  'send-link': sendLink,
  'revoke-link': revokeLink,
}

/** Judges one command on a case: the events it causes, or a refusal with every unmet gate at once. Pure. */
export function decide<Type extends CaseCommand['type']>(
  state: ComplaintState,
  command: CommandOf<Type> & { readonly type: Type },
  context: Context,
): Refusal | readonly ComplaintEvent[] {
  const spec: ActionSpec<Type> = ACTIONS[command.type]
  const target = spec.targetOf?.(command) ?? ''
  const seen = spec.preview?.(state, command, context) ?? state
  const unmet = merged([
    ...spec.standing(state, context, target),
    ...(spec.given?.(state, command, context) ?? []),
    ...policy(spec.triggers?.(state, target, context) ?? [], seen, context).filter(standsInTheWay),
    ...policy(spec.inputTriggers?.(state, command) ?? [], seen, context).filter(standsInTheWay),
    ...speechGates(
      spec.spoken?.(command, context.playbook) ?? [],
      context.playbook,
      today(context),
    ),
  ])
  const { standing, debts } = skipped(unmet, 'skip' in command ? command.skip : undefined)
  if (standing.length > 0) return refuse(standing)
  const events = spec.events(state, command, context)
  const after = evolveAll(state, events, context)
  return [...debts, ...events, ...reactionsTo(state, after, context)]
}

function evolveAll(
  state: ComplaintState,
  events: readonly ComplaintEvent[],
  { actor, now, playbook }: Context,
): ComplaintState {
  const recorded = events.map((event) => ({ ...event, at: now, by: actor.id }))
  return recorded.reduce((held, event) => evolve(held, event, playbook), state)
}

export type Option = {
  readonly action: CaseCommand['type']
  readonly target: string
  readonly allowed: boolean
  /** Every gate that stands in the way; `should` gates among them may be skipped with a reason. */
  readonly unmet: readonly UnmetGate[]
  /** What the playbook advises before it; never in the way. */
  readonly advice: readonly UnmetGate[]
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
    const asked = policy(spec.triggers?.(state, target, context) ?? [], state, context)
    const unmet = merged([
      ...spec.standing(state, context, target),
      ...asked.filter(standsInTheWay),
    ])
    const allowed = unmet.every((gate) => gate.strength !== 'must')
    const advice = asked.filter((gate) => !standsInTheWay(gate))
    return { action: type, target, allowed, unmet, advice }
  })
}

function policy(
  triggers: readonly Happening[],
  state: ComplaintState,
  context: Context,
): readonly UnmetGate[] {
  return playbookGates(triggers, context.playbook, complaintFacts(state, context), state.debts)
}
