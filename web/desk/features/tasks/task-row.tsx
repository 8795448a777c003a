import { ClockCell, formatWhen, useMay, useZone } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef } from 'react'
import type { ListedTask, TaskDraft } from './listed-task.ts'
import { TaskBody } from './task-body.tsx'
import { useTexts } from './texts.ts'

/** One task: time left, what to do with how much of what, for whom, how far it is. Opens to what the work needs. */
export function TaskRow(props: {
  readonly task: ListedTask
  readonly now: number
  readonly open: boolean
  readonly byKey: boolean
  readonly draft: TaskDraft | undefined
  readonly onDraft: (draft: TaskDraft) => void
  readonly onOpen: () => void
}): ReactElement {
  const { task, now, open, byKey, onOpen } = props
  const t = useTexts()
  const mayExecute = useMay('execute')
  const row = useRef<HTMLLIElement>(null)
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open || !byKey) return
    head.current?.focus({ preventScroll: true })
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [open, byKey])
  const by = task.doneBy?.name ?? task.acknowledgedBy?.name ?? ''
  const { product, quantity, unit } = task
  return (
    <li ref={row} className={`tasks-row${open ? ' tasks-row-open' : ''}`}>
      <button
        ref={head}
        type="button"
        className="tasks-row-head"
        aria-expanded={open}
        onClick={onOpen}
      >
        <span className="tasks-clock">
          <TaskClock task={task} now={now} />
        </span>
        <span className="tasks-what">
          <span className="tasks-title">
            {task.label}
            <span className="tasks-goods">
              {product === ''
                ? t('row.quantity', { quantity, unit })
                : t('row.goods', { product, quantity, unit })}
            </span>
          </span>
          <span className="tasks-meta">
            {mayExecute ? task.recipient : `${task.postLabel}，${task.recipient}`}
          </span>
        </span>
        <span className="tasks-side">
          <span className="y-unbroken">{task.number}</span>
          <span className={task.state === 'open' ? 'tasks-untaken' : 'tasks-meta'}>
            {t(`state.${task.state}`, { name: by })}
          </span>
        </span>
      </button>
      {open ? <TaskBody {...props} /> : null}
    </li>
  )
}

function TaskClock({ task, now }: { readonly task: ListedTask; readonly now: number }) {
  const t = useTexts()
  const zone = useZone()
  if (task.state === 'done' && task.doneAt !== null)
    return (
      <span className="tasks-meta">
        {t('done.when', { when: formatWhen(task.doneAt, now, zone) })}
      </span>
    )
  if (task.dueAt === null) return <span className="tasks-meta">{t('row.no-clock')}</span>
  const { createdAt: openedAt, dueAt, warnAt } = task
  return <ClockCell times={{ openedAt, dueAt, warnAt, outcome: 'open' }} now={now} />
}
