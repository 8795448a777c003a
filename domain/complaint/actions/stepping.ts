import { must, type Missing } from '../../kernel/refusal.ts'
import type { TaskId } from '../../kernel/ids.ts'
import { postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { type Context, handling } from '../context.ts'
import { openTasks } from '../facts.ts'
import { questionGates, requiredGates } from '../gates.ts'
import { registeredText } from '../registered-text.ts'
import { isCustomerSigned } from '../signatures.ts'
import type { ComplaintState } from '../state.ts'
import type { TaskContent } from '../event.ts'

/**
 * PBK-03: on to the next step, when nothing mandatory of this one is missing. Steps that begin with a decision (approval,
 * agreement) are entered by that decision, so asking for them here only says what it still needs.
 */
export const enterStep = action({
  type: 'enter-step',
  targets: (state, context) => {
    const next =
      context.playbook.steps[
        context.playbook.steps.findIndex((step) => step.key === state.step) + 1
      ]
    return next === undefined || ['finding-out', 'approval', 'agreement'].includes(next.key)
      ? []
      : [next.key]
  },
  targetOf: (command) => command.step,
  standing: (state, context, target) => [
    ...handling(state, context),
    ...orderGates(state, context, target),
    ...leavingGates(state, context),
    ...floorOf(state, target, context),
  ],
  triggers: (state, target) => [
    { verb: 'leave', object: state.step },
    { verb: 'enter', object: target },
  ],
  events: (state, command, context) => [
    { type: 'step-entered', data: { step: command.step } },
    ...(command.step === 'execution' ? tasksCreated(state, command.taskIds, context) : []),
  ],
})

function orderGates(state: ComplaintState, context: Context, target: string) {
  const steps = context.playbook.steps
  const at = steps.findIndex((step) => step.key === state.step)
  const wanted = steps.findIndex((step) => step.key === target)
  if (wanted === at + 1) return []
  const before = steps[wanted - 1]
  return [must('PBK-03', { code: 'step', detail: before?.label ?? target })]
}

export function leavingGates(state: ComplaintState, context: Context) {
  const step = context.playbook.steps.find((one) => one.key === state.step)
  return (step?.forms ?? []).flatMap((form) => [
    ...requiredGates(form, state.forms[form], context.playbook),
    ...questionGates(form, state, context.playbook),
  ])
}

function floorOf(state: ComplaintState, target: string, context: Context) {
  if (target === 'finding-out')
    return [
      must(
        'CMP-04',
        { code: 'acknowledgement' },
        state.pendingHandover === null ? [] : [{ user: state.pendingHandover.to }],
      ),
    ]
  if (target === 'approval')
    return [must('APR-01', { code: 'plan-content', detail: '报批' }, [{ user: state.owner }])]
  if (target === 'agreement')
    return [must('APR-02', { code: 'agreement-draft' }, [{ user: state.owner }])]
  if (target === 'execution') return agreementGates(state, context)
  if (target === 'follow-up') return taskGates(state)
  return []
}

/** AGR-01: no execution before both have signed, the customer by his code or on a scan that a second person has seen. */
function agreementGates(state: ComplaintState, context: Context) {
  const { agreement } = state
  if (agreement === null)
    return [must('AGR-01', { code: 'agreement-draft' }, [{ user: state.owner }])]
  const ours: Missing[] = []
  if (agreement.companySigner === null) ours.push({ code: 'agreement-signed-by-company' })
  const isSigned = isCustomerSigned(state)
  if (agreement.scan === null && !isSigned) ours.push({ code: 'agreement-scan' })
  const theirs: Missing[] = isSigned ? [] : [{ code: 'agreement-confirmed-by-second-person' }]
  const who = [
    ...(ours.length > 0 ? [{ user: state.owner }] : []),
    ...(theirs.length > 0 ? postsWith('confirm-scan', context.playbook) : []),
  ]
  return ours.length + theirs.length === 0 ? [] : [must('AGR-01', [...ours, ...theirs], who)]
}

/** EXE-05: not handled while one task is open. */
export function taskGates(state: ComplaintState) {
  const open = openTasks(state)
  const posts = [
    ...new Set(state.tasks.filter((task) => task.state !== 'done').map((task) => task.post)),
  ]
  return open.length === 0
    ? []
    : [
        must(
          'EXE-05',
          open,
          posts.map((post) => ({ post })),
        ),
      ]
}

/** EXE-01, AGR-03: each remedy that needs a department becomes a task for it, with what it needs to know and no more. */
function tasksCreated(state: ComplaintState, ids: readonly TaskId[], context: Context) {
  const lines = (state.agreement?.content.remedies ?? []).flatMap((line) => {
    const task = context.playbook.remedies.find((remedy) => remedy.key === line.remedy)?.task
    return task === undefined ? [] : [{ line, task }]
  })
  const tasks = lines.map(({ line, task }, index): TaskContent => {
    const id = ids[index]
    if (id === undefined) throw new Error('enter-step needs one task id for each remedy line')
    const { post, kind, label, rule, evidence } = task
    const { product, quantity, unit, note, who, on, place } = line
    return {
      id,
      post,
      kind,
      label,
      rule,
      product,
      quantity,
      unit,
      note: [note, place].filter((part) => part !== '').join('，'),
      ...addressee(state, who),
      evidence,
      dueOn: on,
      agreement: state.agreement?.version ?? 0,
    }
  })
  return tasks.length === 0 ? [] : [{ type: 'tasks-created' as const, data: { tasks } }]
}

/** EXE-02: the customer, and by name whom it is meant for. */
export function addressee(state: ComplaintState, person: string) {
  const company = registeredText(state, 'company')
  return {
    recipient: person === '' ? company : `${company} ${person}`,
    phone: registeredText(state, 'phone'),
    address: registeredText(state, 'address'),
  }
}
