import { api } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { MoodWord, useRead } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** Who the customer is: how to address him, since when we know him, past cases, his mood now. */
export function CustomerPanel(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const id = view.customer?.id ?? ''
  const read = useRead(api.customer.read, { params: { id } }, ['customer', id], {
    enabled: id !== '',
    follows: ['commitment'],
  })
  const values = view.forms['registration']?.values ?? {}
  const customer = read.data
  const others = customer?.complaints.filter((row) => row.id !== view.id) ?? []
  const mood = view.moods.at(-1)?.mood
  const text = (key: string): string => String(values[key] ?? '')
  const rows: readonly (readonly [string, string])[] = [
    [t('customer.name'), view.customer?.name ?? text('company')],
    [t('customer.salutation'), customer?.salutation || text('salutation')],
    [t('customer.reporter'), text('reporter')],
    [t('customer.end-user'), text('endUser')],
    [t('customer.responsible'), customer?.responsible ?? ''],
    [t('customer.products'), customer?.products ?? ''],
  ]
  /** The same name three times under three words is noise. */
  const isNew = (value: string, at: number): boolean =>
    !rows.slice(0, at).some(([, before]) => before === value)
  return (
    <section aria-label={t('customer.title')}>
      <div className="case-rail-head">
        <h3>{t('customer.title')}</h3>
        {view.customer === null ? null : (
          <Link to="/customers/$id" params={{ id: view.customer.id }}>
            {t('customer.file')}
          </Link>
        )}
      </div>
      <dl className="y-facts">
        {rows
          .filter(([, value], at) => value !== '' && isNew(value, at))
          .map(([label, value]) => (
            <div key={label} className="case-fact">
              <dt>{label}</dt>
              <dd className="y-words">{value}</dd>
            </div>
          ))}
        {mood === undefined ? null : (
          <div className="case-fact">
            <dt>{t('customer.mood')}</dt>
            <dd>
              <MoodWord mood={mood} />
            </dd>
          </div>
        )}
        {customer === undefined ? null : (
          <div className="case-fact">
            <dt>{t('customer.past')}</dt>
            <dd>
              {others.length === 0
                ? t('customer.no-past')
                : t('customer.count', { count: others.length })}
              {others.slice(0, 3).map((row) => (
                <Link
                  key={row.id}
                  className="case-past"
                  to="/complaints/$id"
                  params={{ id: row.id }}
                >
                  {row.number} {row.statusLabel}
                </Link>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {view.customer === null ? <p className="case-note">{t('customer.none')}</p> : null}
    </section>
  )
}
