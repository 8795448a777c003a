import { Phone } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { recordFields } from '../form/field-shape.ts'
import { OptionButton } from '../option-button.tsx'
import { useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'

/** The talks with the customer so far, newest first, and the way to record the next (INV-01). */
export function ContactRecords(props: { readonly readOnly?: boolean }): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const when = useWhen()
  const shown = useShown()
  const side = useSide()
  const fields = recordFields(playbook, 'contact')
  const talks = (view.records['contact'] ?? []).toReversed()
  return (
    <section className="case-contacts" aria-label={t('contact.title')}>
      <div className="case-form-head">
        <h3>{t('contact.title')}</h3>
        <span>{t('contact.count', { count: talks.length })}</span>
      </div>
      {props.readOnly === true ? null : (
        <OptionButton
          action="add-record"
          label={t('contact.add')}
          icon={Phone}
          onPress={() => side.open('contact')}
        />
      )}
      <ul>
        {talks.map((talk) => (
          <li key={talk.at}>
            <span className="case-meta">
              {when(talk.at)} {talk.by.name}{' '}
              {fields
                .filter((field) => field.type !== 'long-text' && field.type !== 'boolean')
                .map((field) =>
                  shown(field, { value: talk.values[field.key] ?? null, reason: null }),
                )
                .join('，')}
              {talk.values['reached'] === false ? `，${t('contact.missed')}` : ''}
            </span>
            <span className="y-words">{String(talk.values['content'] ?? '')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
