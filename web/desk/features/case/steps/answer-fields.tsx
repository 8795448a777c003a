import { FOLLOW_UP_MEANS, type FollowUpMeans } from '@yinuo/domain'
import { FieldRow, Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { MeansField } from '../tell-fields.tsx'
import { useTexts } from '../texts.ts'

export type Answer = {
  readonly means: FollowUpMeans
  readonly person: string
  readonly answer: string
  readonly satisfied: boolean | null
  readonly dislikes: string
}

/** How he was asked, what he said, whether he is satisfied and, if not, with what not (FUP-02, FUP-03). */
export function AnswerFields(props: {
  readonly value: Answer
  readonly onChange: (part: Partial<Answer>) => void
  readonly asked: boolean
}): ReactElement {
  const { value, onChange, asked } = props
  const t = useTexts()
  const { satisfied } = value
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}
  return (
    <>
      <MeansField
        among={FOLLOW_UP_MEANS}
        hint={t('follow-up.means-hint')}
        value={value.means}
        onChange={(means) => onChange({ means })}
      />
      <FieldRow label={t('tell.person')} required stacked {...missing(value.person.trim() === '')}>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={80}
            value={value.person}
            onChange={(event) => onChange({ person: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('follow-up.answer')} required stacked {...missing(satisfied === null)}>
        {() => (
          <Segmented
            label={t('follow-up.answer')}
            look="joined"
            value={satisfied === null ? null : satisfied ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('follow-up.satisfied') },
              { value: 'no', label: t('follow-up.unsatisfied') },
            ]}
            onChange={(chosen) => onChange({ satisfied: chosen === 'yes' })}
          />
        )}
      </FieldRow>
      <Words
        label={t('follow-up.words')}
        value={value.answer}
        required
        {...missing(value.answer.trim() === '')}
        onText={(answer) => onChange({ answer })}
      />
      <Words
        label={t('follow-up.dislikes')}
        value={value.dislikes}
        required={satisfied === false}
        {...missing(satisfied === false && value.dislikes.trim() === '')}
        onText={(dislikes) => onChange({ dislikes })}
      />
    </>
  )
}

function Words(props: {
  readonly label: string
  readonly value: string
  readonly required: boolean
  readonly complaint?: string
  readonly onText: (text: string) => void
}): ReactElement {
  const { label, value, required, complaint, onText } = props
  return (
    <FieldRow
      label={label}
      required={required}
      stacked
      {...(complaint === undefined ? {} : { complaint })}
    >
      {(control) => (
        <textarea
          {...control}
          className="y-input"
          rows={2}
          maxLength={2000}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </FieldRow>
  )
}
