import type { PlaybookView, TaskView } from '@yinuo/contract'

export type Evidence = 'waybill' | 'receipt'

/** By what a task counts as done: a waybill with its ship date, or a receipt with the day and how it went (EXE-01). */
export function evidenceOf(
  task: Pick<TaskView, 'post' | 'label'>,
  playbook: Pick<PlaybookView, 'remedies'> | undefined,
): Evidence {
  const remedy = playbook?.remedies.find(
    (one) => one.task?.post === task.post && one.task.label === task.label,
  )
  return remedy?.task?.evidence === 'waybill' ? 'waybill' : 'receipt'
}
