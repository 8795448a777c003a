import { api } from '@yinuo/contract'
import {
  ErrorState,
  PageHeader,
  Segmented,
  SkeletonRows,
  useBusinessNow,
  useMay,
  useRead,
} from '@yinuo/web-shared'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import './index.css'
import { byTimeLeft } from './listed-task.ts'
import { TaskList } from './task-list.tsx'
import { TasksEmpty } from './tasks-empty.tsx'
import { useTexts } from './texts.ts'

const STATES = ['open', 'done'] as const

/** 执行: what the own department has to do, by time left (ROLE-05, EXE-01). */
export function TasksPage(): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  const navigate = useNavigate()
  const mayExecute = useMay('execute')
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const state = STATES.find((one) => one === search['state']) ?? 'open'
  // Who executes nothing looks after what others execute for his customers (EXE-04).
  const of = mayExecute ? 'department' : 'cases'
  const read = useRead(
    api.complaint.listTasks,
    { query: { state, of } },
    ['task', 'list', of, state],
    {
      follows: ['complaint', 'commitment'],
      keepPrevious: true,
    },
  )
  const show = (next: (typeof STATES)[number]): void =>
    void navigate({ to: '/tasks', search: next === 'open' ? {} : { state: next } })
  const tasks = read.data?.tasks ?? []
  const late = tasks.filter((task) => task.dueAt !== null && Date.parse(task.dueAt) < now).length

  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          state === 'open' && tasks.length > 0 ? (
            <>
              <span>{t('meta.open', { count: tasks.length })}</span>
              {late === 0 ? null : (
                <span className="tasks-late">{t('meta.late', { count: late })}</span>
              )}
            </>
          ) : null
        }
      >
        <Segmented
          label={t('filter.label')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={show}
        />
      </PageHeader>
      {read.data === undefined ? (
        <div className="y-page">
          {read.error === null ? (
            <SkeletonRows rows={6} height={52} />
          ) : (
            <ErrorState error={read.error} onRetry={() => void read.refetch()} />
          )}
        </div>
      ) : tasks.length === 0 ? (
        <TasksEmpty
          state={state}
          mayExecute={mayExecute}
          onOther={() => show(state === 'open' ? 'done' : 'open')}
        />
      ) : (
        <TaskList key={state} tasks={state === 'open' ? byTimeLeft(tasks) : tasks} now={now} />
      )}
    </>
  )
}
