import type { TaskId } from '../../kernel/ids.ts'
import { must, type Missing, type UnmetGate } from '../../kernel/refusal.ts'
import { postKeys, postsWith } from '../../people/person.ts'
import { isEntered } from '../../playbook/condition.ts'
import { action } from '../action.ts'
import { type Context, handling, inStep, notClosed, permission, today } from '../context.ts'
import type { TaskRow, ComplaintState } from '../state.ts'
import { addressee } from './stepping.ts'

/** ROLE-05: a task belongs to the department it is addressed to. */
function taskGates(
  state: ComplaintState,
  context: Context,
  id: string,
  states: readonly TaskRow['state'][],
): readonly UnmetGate[] {
  const task = state.tasks.find((one) => one.id === id)
  if (task === undefined) return [must('EXE-01', { code: 'record', detail: '执行单' })]
  const holds = postKeys(context.actor, context.people, context.playbook, today(context)).includes(
    task.post,
  )
  return [
    ...notClosed(state),
    ...permission('execute', context),
    ...(holds ? [] : [must('ROLE-05', { code: 'post' }, [{ post: task.post }])]),
    ...(states.includes(task.state) ? [] : [must(task.rule, { code: 'task-open' })]),
  ]
}

const targets = (state: ComplaintState): readonly TaskId[] =>
  state.tasks
    .filter((task) => task.state === 'open' || task.state === 'acknowledged')
    .map((task) => task.id)

export const acknowledgeTask = action({
  type: 'acknowledge-task',
  targets,
  targetOf: (command) => command.task,
  standing: (state, context, target) => taskGates(state, context, target, ['open']),
  events: (_state, { task }) => [{ type: 'task-acknowledged', data: { task } }],
})

/** EXE-01: a dispatch is done with waybill and ship date, anything else with its date and what was handed out. */
export const completeTask = action({
  type: 'complete-task',
  targets,
  targetOf: (command) => command.task,
  standing: (state, context, target) => taskGates(state, context, target, ['open', 'acknowledged']),
  given: (state, command) => {
    const task = state.tasks.find((one) => one.id === command.task)
    const missing: Missing[] = []
    if (task?.evidence === 'waybill' && !isEntered(command.waybill))
      missing.push({ code: 'task-evidence', field: 'waybill', detail: '运单号' })
    if (task?.evidence === 'receipt' && !isEntered(command.note))
      missing.push({ code: 'task-evidence', field: 'note', detail: '签收情况' })
    if (!isEntered(command.doneOn))
      missing.push({ code: 'task-evidence', field: 'doneOn', detail: '日期' })
    return missing.length === 0 ? [] : [must(task?.rule ?? 'EXE-01', missing)]
  },
  events: (_state, { task, waybill, doneOn, note }) => [
    { type: 'task-completed', data: { task, waybill, doneOn, note } },
  ],
})

/** EXE-03, EXE-04: any other department is added as executor, once the agreement is signed. */
export const addTask = action({
  type: 'add-task',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['execution'], context),
  ],
  given: (_state, { post, label }, { playbook }) => {
    const executes =
      Object.hasOwn(playbook.posts, post) && playbook.posts[post]?.duties.includes('execute')
    return [
      ...(executes
        ? []
        : [must('EXE-04', { code: 'post-executes' }, postsWith('execute', playbook))]),
      ...(label.trim() === '' ? [must('EXE-04', { code: 'task-label', field: 'label' })] : []),
    ]
  },
  events: (state, { task, post, label, product, quantity, unit, note, dueOn }) => [
    {
      type: 'task-added',
      data: {
        id: task,
        post,
        kind: 'added',
        label,
        rule: 'EXE-04',
        product,
        quantity,
        unit,
        note,
        ...addressee(state, ''),
        evidence: 'receipt',
        dueOn,
        agreement: state.agreement?.version ?? 0,
      },
    },
  ],
})
