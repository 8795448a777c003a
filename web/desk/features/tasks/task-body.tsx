import { api } from '@yinuo/contract'
import { ActionButton, messageOf, RefusalNote, useAct, useMay } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { CompleteForm } from './complete-form.tsx'
import type { ListedTask, TaskDraft } from './listed-task.ts'
import { useTexts } from './texts.ts'

/** What the work needs, then the one action: take it, or write down that it is done. */
export function TaskBody(props: {
  readonly task: ListedTask
  readonly now: number
  readonly draft: TaskDraft | undefined
  readonly onDraft: (draft: TaskDraft) => void
}): ReactElement {
  const { task } = props
  const t = useTexts()
  const mayExecute = useMay('execute')
  const facts = [
    ['fact.recipient', task.recipient],
    ['fact.phone', task.phone],
    ['fact.address', task.address],
    ['fact.note', task.note],
    ['fact.number', task.number],
    ['fact.department', mayExecute ? '' : task.postLabel],
    ['fact.owner', mayExecute ? '' : task.owner.name],
    ['fact.due-on', task.state === 'done' ? '' : task.dueOn],
    ['fact.waybill', task.waybill],
    ['fact.done-on', task.doneOn],
    ['fact.result', task.resultNote],
  ] as const
  return (
    <div className="tasks-body">
      <dl className="y-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <Fact key={key} label={t(key)} value={value} />
          ))}
      </dl>
      {mayExecute ? (
        <>
          {task.state === 'open' ? <TakeTask task={task} /> : null}
          {task.state === 'acknowledged' ? <CompleteForm {...props} /> : null}
        </>
      ) : (
        <Link to="/complaints/$id" params={{ id: task.complaintId }}>
          {t('see-case')}
        </Link>
      )}
    </div>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd className="y-words">{value}</dd>
    </>
  )
}

function TakeTask({ task }: { readonly task: ListedTask }): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const take = useAct(api.complaint.acknowledgeTask, {
    onDone: () => void client.invalidateQueries({ queryKey: ['task'] }),
  })
  return (
    <div className="tasks-act">
      {take.refusal === null ? null : <RefusalNote unmet={take.refusal.unmet} />}
      {take.error === null || take.refusal !== null ? null : (
        <p role="alert">{t('failed', { message: messageOf(take.error) })}</p>
      )}
      <ActionButton
        look="primary"
        keys="Alt+E"
        pending={take.pending}
        onPress={() =>
          void take.run({ params: { id: task.id }, body: { complaintId: task.complaintId } })
        }
      >
        {t('take')}
      </ActionButton>
    </div>
  )
}
