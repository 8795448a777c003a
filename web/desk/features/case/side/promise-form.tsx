import { api } from '@yinuo/contract'
import type { PROMISE_SUBJECTS } from '@yinuo/domain'
import { useQueryClient } from '@tanstack/react-query'
import { ActionButton, FieldRow, Segmented, useAct } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { ActProblem } from '../option-button.tsx'
import { contactPerson } from '../steps/use-told.ts'
import { useTexts } from '../texts.ts'
import { TimeField } from '../time-field.tsx'
import { useAsked } from '../use-asked.ts'

const SOURCES = ['call', 'chat', 'visit'] as const
const SUBJECTS = ['answer', 'visit', 'outcome'] as const satisfies typeof PROMISE_SUBJECTS

/** PRM-01: what was promised, to whom, by when to the hour, and where it was said. */
export function PromiseForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const client = useQueryClient()
  const [draft, setDraft, letGo] = useKept<{
    readonly content: string
    readonly toWhom: string
    readonly dueAt: string | null
    readonly source: (typeof SOURCES)[number]
    readonly about: (typeof SUBJECTS)[number]
    readonly spoken: boolean
  }>(`${view.id}.promise`, {
    content: '',
    toWhom: contactPerson(view),
    dueAt: null,
    source: 'call',
    about: 'answer',
    spoken: false,
  })
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  const act = useAct(api.commitment.makePromise, {
    onDone: () => {
      letGo()
      void client.invalidateQueries({ queryKey: ['complaint', view.id] })
      onDone()
    },
  })
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }))
  const record = (): void => {
    if (draft.content.trim() === '' || draft.toWhom.trim() === '' || draft.dueAt === null)
      return ask()
    void act.run({ params: { id: view.id }, body: draft })
  }
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}
  return (
    <div className="case-side-form" ref={box}>
      <FieldRow
        label={t('promise.content')}
        required
        stacked
        {...missing(draft.content.trim() === '')}
      >
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            rows={2}
            maxLength={500}
            placeholder={t('promise.example')}
            value={draft.content}
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </FieldRow>
      <TimeField
        label={t('promise.due')}
        value={draft.dueAt}
        onChange={(dueAt) => change({ dueAt })}
        {...missing(draft.dueAt === null)}
      />
      <FieldRow label={t('promise.to')} required stacked {...missing(draft.toWhom.trim() === '')}>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={80}
            value={draft.toWhom}
            onChange={(event) => change({ toWhom: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('promise.source')} stacked>
        {() => (
          <Segmented
            label={t('promise.source')}
            look="joined"
            value={draft.source}
            options={SOURCES.map((key) => ({ value: key, label: t(`promise.${key}`) }))}
            onChange={(source) => change({ source })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('promise.about')} stacked>
        {() => (
          <Segmented
            label={t('promise.about')}
            look="joined"
            value={draft.about}
            options={SUBJECTS.map((key) => ({ value: key, label: t(`promise.about-${key}`) }))}
            onChange={(about) => change({ about })}
          />
        )}
      </FieldRow>
      <label className="case-spoken">
        <input
          type="checkbox"
          checked={draft.spoken}
          onChange={(event) => change({ spoken: event.target.checked })}
        />
        {t('promise.spoken')}
      </label>
      <ActionButton keys="Ctrl+Enter" pending={act.pending} onPress={record}>
        {t('promise.do')}
      </ActionButton>
      <ActProblem act={act} />
    </div>
  )
}
