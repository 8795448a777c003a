import { api, type PhraseView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import {
  ActionButton,
  ErrorState,
  FieldRow,
  RefusalNote,
  Segmented,
  useAct,
} from '@yinuo/web-shared'
import { type FormEvent, type ReactElement, useState } from 'react'
import { linesOf, type PhraseDraft } from './phrase-draft.ts'
import { useTexts } from './texts.ts'

const LEVELS = [
  'block',
  'warn',
  'recommended',
  'off',
] as const satisfies readonly PhraseView['level'][]

/** One phrase: how strong, which words, what to say instead, where from, and from which day (SPK-27). */
export function PhraseForm(props: {
  readonly playbook: string
  readonly draft: PhraseDraft
  readonly onDone: () => void
}): ReactElement {
  const { playbook, onDone } = props
  const t = useTexts()
  const client = useQueryClient()
  const [draft, setDraft] = useState(props.draft)
  const [tried, setTried] = useState(false)
  const act = useAct(api.phrase.save, {
    onDone: (list) => {
      client.setQueryData(['phrase', 'list', playbook], list)
      onDone()
    },
  })
  const says = linesOf(draft.says)
  const change = (part: Partial<PhraseDraft>): void => setDraft((held) => ({ ...held, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (says.length === 0 || draft.validFrom === '') return
    const body = { ...draft, says: [...says] }
    void act.run({ params: { code: playbook }, body })
  }
  const complaint = (wrong: boolean, text: string): { complaint?: string } =>
    tried && wrong ? { complaint: text } : {}
  return (
    <form className="phrases-form" onSubmit={submit} noValidate aria-label={t('add')}>
      <FieldRow label={t('level')} stacked>
        {() => (
          <Segmented
            label={t('level')}
            look="joined"
            value={draft.level}
            options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
            onChange={(level) => change({ level })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={t('says')}
        required
        stacked
        hint={t('says.hint')}
        {...complaint(says.length === 0, t('says.missing'))}
      >
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            rows={3}
            maxLength={1600}
            value={draft.says}
            onChange={(event) => change({ says: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('instead')} stacked>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={200}
            value={draft.instead}
            onChange={(event) => change({ instead: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('source')} stacked hint={t('source.hint')}>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={200}
            value={draft.source}
            onChange={(event) => change({ source: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={t('valid-from')}
        required
        stacked
        {...complaint(draft.validFrom === '', t('valid-from.missing'))}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            type="date"
            max="9999-12-31"
            value={draft.validFrom}
            onChange={(event) => change({ validFrom: event.target.value })}
          />
        )}
      </FieldRow>
      {act.refusal === null ? null : <RefusalNote unmet={act.refusal.unmet} />}
      {act.error === null || act.refusal !== null ? null : <ErrorState error={act.error} />}
      <div className="phrases-actions">
        <ActionButton submit look="primary" pending={act.pending}>
          {t('save')}
        </ActionButton>
        <ActionButton onPress={onDone}>{t('cancel')}</ActionButton>
      </div>
    </form>
  )
}
