import { ActionButton } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { recordFields } from '../form/field-shape.ts'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'

const AT_ONCE = 3

/** The talks with the customer so far, newest first (INV-01). */
export function ContactRecords(): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  const when = useWhen()
  const shown = useShown()
  const fields = recordFields(playbook, 'contact')
  const talks = (view.records['contact'] ?? []).toReversed()
  const [all, setAll] = useState(false)
  if (talks.length === 0) return null
  const visible = all ? talks : talks.slice(0, AT_ONCE)
  return (
    <section className="case-contacts" aria-label={t('contact.title')}>
      <div className="case-form-head">
        <h3>{t('contact.title')}</h3>
        <span>{t('contact.count', { count: talks.length })}</span>
      </div>
      <ul>
        {visible.map((talk) => (
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
      {visible.length === talks.length ? null : (
        <ActionButton size="small" onPress={() => setAll(true)}>
          {t('contact.all', { count: talks.length })}
        </ActionButton>
      )}
    </section>
  )
}
