import { api } from '@yinuo/contract'
import { ActionButton, FieldRow } from '@yinuo/web-shared'
import { Plus } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

const EMPTY = { post: '', label: '', note: '', dueOn: '' }

/** EXE-03, EXE-04: a department more than the plan's remedies name. */
export function AddTask(): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [draft, setDraft, letGo] = useKept(`${view.id}.add-task`, EMPTY)
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.addTask, () => {
    letGo()
    setOpen(false)
  })
  if (!isAllowed(view, 'add-task')) return null
  if (!open)
    return (
      <div className="case-actions">
        <ActionButton icon={Plus} onPress={() => setOpen(true)}>
          {t('task.add')}
        </ActionButton>
      </div>
    )
  const change = (part: Partial<typeof EMPTY>): void => setDraft((held) => ({ ...held, ...part }))
  const missing = (text: string): { complaint?: string } =>
    asked && text.trim() === '' ? { complaint: t('form.missing') } : {}
  const send = (): void => {
    if (draft.post === '' || draft.label.trim() === '') return ask()
    void act.run({ params: { id: view.id }, body: draft })
  }
  return (
    <section ref={box} className="case-block" aria-label={t('task.add')}>
      <h3>{t('task.add')}</h3>
      <div className="case-fields case-fields-narrow">
        <FieldRow label={t('task.post')} required stacked {...missing(draft.post)}>
          {(control) => (
            <select
              {...control}
              className="y-input"
              value={draft.post}
              onChange={(event) => change({ post: event.target.value })}
            >
              <option value="">{t('form.choose')}</option>
              {Object.entries(playbook.posts)
                .filter(([, post]) => post.executes)
                .map(([key, post]) => (
                  <option key={key} value={key}>
                    {post.label}
                  </option>
                ))}
            </select>
          )}
        </FieldRow>
        <FieldRow
          label={t('task.what')}
          required
          stacked
          hint={t('task.what-hint')}
          {...missing(draft.label)}
        >
          {(control) => (
            <input
              {...control}
              className="y-input"
              maxLength={60}
              value={draft.label}
              onChange={(event) => change({ label: event.target.value })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('plan.note')} stacked>
          {(control) => (
            <input
              {...control}
              className="y-input"
              maxLength={500}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('plan.on')} stacked>
          {(control) => (
            <input
              {...control}
              className="y-input"
              type="date"
              value={draft.dueOn}
              onChange={(event) => change({ dueOn: event.target.value })}
            />
          )}
        </FieldRow>
      </div>
      <div className="case-actions">
        <ActionButton pending={act.pending} onPress={send}>
          {t('task.add-do')}
        </ActionButton>
        <ActionButton onPress={() => setOpen(false)}>{t('cancel')}</ActionButton>
      </div>
      <ActProblem act={act} />
    </section>
  )
}
