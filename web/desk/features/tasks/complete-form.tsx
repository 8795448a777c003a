import { api } from '@yinuo/contract'
import {
  ActionButton,
  FieldRow,
  formatDate,
  messageOf,
  RefusalNote,
  useAct,
  useShortcut,
  useZone,
} from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useRef } from 'react'
import type { ListedTask, TaskDraft } from './listed-task.ts'
import { useTexts } from './texts.ts'

/** EXE-01: a dispatch is done with waybill and ship date, anything else with its day and how it was received. */
export function CompleteForm(props: {
  readonly task: ListedTask
  readonly now: number
  readonly draft: TaskDraft | undefined
  readonly onDraft: (draft: TaskDraft) => void
}): ReactElement {
  const { task, now, onDraft } = props
  const t = useTexts()
  const zone = useZone()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const today = formatDate(now, zone)
  const draft = props.draft ?? { waybill: '', doneOn: today, note: '' }
  const complete = useAct(api.complaint.completeTask, {
    onDone: () => void client.invalidateQueries({ queryKey: ['task'] }),
  })
  const verb = t('complete', { label: task.label })
  useShortcut('Alt+E', () => form.current?.requestSubmit(), { label: verb })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void complete.run({
      params: { id: task.id },
      body: { complaintId: task.complaintId, ...draft },
    })
  }
  const focusField = (_form: string, field: string): void =>
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
  const missing = complete.refusal?.unmet.flatMap((gate) => gate.missing) ?? []
  const complaintOf = (field: string): { complaint?: string } => {
    const found = missing.find((one) => one.field === field)
    return found === undefined ? {} : { complaint: found.text }
  }
  const isDispatch = task.evidence === 'waybill'
  return (
    <form
      ref={form}
      className="tasks-form"
      onSubmit={submit}
      noValidate
      aria-label={t('form.label', { label: task.label })}
    >
      {isDispatch ? (
        <FieldRow label={t('field.waybill')} required {...complaintOf('waybill')}>
          {(control) => (
            <input
              {...control}
              className="y-input"
              name="waybill"
              autoComplete="off"
              maxLength={100}
              value={draft.waybill}
              onChange={(event) => onDraft({ ...draft, waybill: event.target.value })}
            />
          )}
        </FieldRow>
      ) : null}
      <FieldRow
        label={t(isDispatch ? 'field.shipped-on' : 'field.done-on')}
        required
        {...complaintOf('doneOn')}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            type="date"
            name="doneOn"
            max={today}
            value={draft.doneOn}
            onChange={(event) => onDraft({ ...draft, doneOn: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={t(isDispatch ? 'field.note' : 'field.receipt')}
        required={!isDispatch}
        {...(isDispatch ? {} : { hint: t('field.receipt.hint') })}
        {...complaintOf('note')}
      >
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            name="note"
            rows={2}
            maxLength={1000}
            value={draft.note}
            onChange={(event) => onDraft({ ...draft, note: event.target.value })}
          />
        )}
      </FieldRow>
      {complete.refusal === null ? null : (
        <RefusalNote unmet={complete.refusal.unmet} onField={focusField} />
      )}
      {complete.error === null || complete.refusal !== null ? null : (
        <p role="alert">{t('failed', { message: messageOf(complete.error) })}</p>
      )}
      <ActionButton submit look="primary" keys="Alt+E" pending={complete.pending}>
        {verb}
      </ActionButton>
    </form>
  )
}
