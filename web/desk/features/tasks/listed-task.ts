import type { api, OutputOf } from '@yinuo/contract'

export type ListedTask = OutputOf<typeof api.complaint.listTasks>['tasks'][number]

/** By time left; what has no clock comes last, in the order it was made. */
export function byTimeLeft(tasks: readonly ListedTask[]): readonly ListedTask[] {
  const due = (task: ListedTask): number =>
    task.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(task.dueAt)
  // A copy and `sort`: Chrome 109 has no `toSorted`.
  return [...tasks].sort((a, b) => {
    const [left, right] = [due(a), due(b)]
    return left === right ? Date.parse(a.createdAt) - Date.parse(b.createdAt) : left - right
  })
}

/** What one is about to write down of a task; kept while one looks at others. */
export type TaskDraft = { readonly waybill: string; readonly doneOn: string; readonly note: string }
