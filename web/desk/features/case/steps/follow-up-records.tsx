import { useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** What the customer said each time he was asked; newest first. */
export function FollowUpRecords(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const records = (view.records['follow-up'] ?? []).toReversed()
  if (records.length === 0) return null
  return (
    <ul className="case-records" aria-label={t('follow-up.records')}>
      {records.map(({ at, by, values }) => (
        <li key={at}>
          <span className="case-meta">
            {when(at)} {by.name} {v(`means.${String(values['means'] ?? 'phone') as 'phone'}`)}{' '}
            {String(values['person'] ?? '')}
          </span>
          <b>{t(values['satisfied'] === true ? 'follow-up.satisfied' : 'follow-up.unsatisfied')}</b>
          <span className="y-words">
            {[values['answer'], values['dislikes']].filter(Boolean).map(String).join('；')}
          </span>
          {typeof values['nextAt'] === 'string' ? (
            <span className="case-meta">
              {t('follow-up.next', { when: when(values['nextAt']) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
