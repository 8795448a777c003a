import { CONTACT_MEANS, type ContactMeans } from '@yinuo/domain'
import { FieldRow, Segmented, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement, RefObject } from 'react'
import { useTexts } from './texts.ts'

export type Told = {
  readonly means: ContactMeans
  readonly person: string
  readonly content: string
}

/** Who was told what by which means; for a reply and for a decision (CLK-07, APR-03). */
export function TellFields(props: {
  readonly value: Told
  readonly onChange: (change: Partial<Told>) => void
  readonly contentLabel: string
  readonly asked: boolean
  readonly box: RefObject<HTMLDivElement | null>
}): ReactElement {
  const { value, onChange, contentLabel, asked, box } = props
  const t = useTexts()
  const missing = (text: string): { complaint?: string } =>
    asked && text.trim() === '' ? { complaint: t('form.missing') } : {}
  return (
    <div className="case-fields case-fields-narrow" ref={box}>
      <MeansField
        among={CONTACT_MEANS}
        value={value.means}
        onChange={(means) => onChange({ means })}
      />
      <FieldRow label={t('tell.person')} required stacked {...missing(value.person)}>
        {(control) => (
          <input
            {...control}
            className="y-input"
            autoComplete="off"
            maxLength={80}
            value={value.person}
            onChange={(event) => onChange({ person: event.target.value })}
          />
        )}
      </FieldRow>
      <FieldRow label={contentLabel} required stacked {...missing(value.content)}>
        {(control) => (
          <textarea
            {...control}
            className="y-input"
            rows={3}
            maxLength={4000}
            value={value.content}
            onChange={(event) => onChange({ content: event.target.value })}
          />
        )}
      </FieldRow>
    </div>
  )
}

export function isTold(value: Told): boolean {
  return value.person.trim() !== '' && value.content.trim() !== ''
}

export function MeansField<Means extends ContactMeans>(props: {
  readonly value: Means
  readonly onChange: (means: Means) => void
  /** Fewer than all, in the order they are offered. */
  readonly among: readonly Means[]
  readonly hint?: string
}): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  return (
    <FieldRow
      label={t('tell.means')}
      required
      stacked
      {...(props.hint === undefined ? {} : { hint: props.hint })}
    >
      {() => (
        <Segmented
          label={t('tell.means')}
          look="joined"
          value={props.value}
          options={props.among.map((means) => ({ value: means, label: v(`means.${means}`) }))}
          onChange={props.onChange}
        />
      )}
    </FieldRow>
  )
}
