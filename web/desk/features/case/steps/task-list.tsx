import { Link } from '@tanstack/react-router'
import { EmptyState, useMay, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** Each task with its department, state, and the evidence it brought back: waybill, date, note (EXE-01). */
export function TaskList(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const execute = useMay('execute')
  if (view.tasks.length === 0) return <EmptyState sentence={t('task.none')} />
  return (
    <section className="case-tasks" aria-label={t('task.title')}>
      <ul>
        {view.tasks.map((task) => (
          <li key={task.id} className={`case-task case-task-${task.state}`}>
            <span className="case-task-label">
              <b>{task.label}</b> {task.product}{' '}
              {task.quantity === 0 ? null : (
                <span className="y-unbroken">
                  {task.unit === '' ? `×${task.quantity}` : `${task.quantity} ${task.unit}`}
                </span>
              )}
            </span>
            <span>{task.postLabel}</span>
            <span className="case-task-state">
              {task.state === 'acknowledged' && task.acknowledgedBy !== null
                ? t('task.taken', { name: task.acknowledgedBy.name })
                : v(`task.${task.state}`)}
            </span>
            <span className="case-meta">
              {task.doneBy !== null && task.doneAt !== null
                ? t('task.done', {
                    name: task.doneBy.name,
                    when: when(task.doneAt),
                    on: task.doneOn,
                  })
                : null}
              {task.dueOn === '' || task.state === 'done'
                ? null
                : t('task.due-on', { on: task.dueOn })}
              {task.waybill === '' ? null : `，${t('task.waybill', { waybill: task.waybill })}`}
              {task.resultNote === '' ? null : `，${task.resultNote}`}
            </span>
          </li>
        ))}
      </ul>
      {execute ? <Link to="/tasks">{t('task.mine')}</Link> : null}
    </section>
  )
}
