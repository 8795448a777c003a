import { useShortcut } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import type { ListedTask, TaskDraft } from './listed-task.ts'
import { TaskRow } from './task-row.tsx'
import { useTexts } from './texts.ts'

/** The first row is open with its one action; Alt J and Alt K open the next and the one before. */
export function TaskList(props: {
  readonly tasks: readonly ListedTask[]
  readonly now: number
}): ReactElement {
  const t = useTexts()
  const { tasks, now } = props
  const [chosen, setChosen] = useState({ id: tasks[0]?.id ?? '', index: 0, byKey: false })
  const [drafts, setDrafts] = useState<Readonly<Record<string, TaskDraft>>>({})
  const found = tasks.findIndex((task) => task.id === chosen.id)
  // When the open one leaves the list its place is kept.
  const index = found >= 0 ? found : Math.min(chosen.index, tasks.length - 1)
  const move = (step: 1 | -1): void => {
    const next = Math.min(tasks.length - 1, Math.max(0, index + step))
    setChosen({ id: tasks[next]?.id ?? '', index: next, byKey: true })
  }
  useShortcut('Alt+J', () => move(1), { label: t('keys.next') })
  useShortcut('Alt+K', () => move(-1), { label: t('keys.previous') })
  return (
    <ul className="tasks-list" aria-label={t('list')}>
      {tasks.map((task, at) => (
        <TaskRow
          key={task.id}
          task={task}
          now={now}
          open={at === index}
          byKey={chosen.byKey}
          draft={drafts[task.id]}
          onDraft={(draft) => setDrafts({ ...drafts, [task.id]: draft })}
          onOpen={() => setChosen({ id: task.id, index: at, byKey: false })}
        />
      ))}
    </ul>
  )
}
