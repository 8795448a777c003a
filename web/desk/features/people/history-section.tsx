import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, formatWhen, useBusinessNow, useRead, useZone } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { historyWords } from './history-words.ts'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'

const FIRST = 6

/** Every change of this person with who and when (SYS-02, SYS-24). */
export function HistorySection({ person }: { readonly person: PersonView }): ReactElement | null {
  const t = useTexts()
  const zone = useZone()
  const now = useBusinessNow()
  const [all, setAll] = useState(false)
  const read = useRead(api.people.history, { params: { id: person.id } }, [
    'person',
    person.id,
    'history',
    person.version,
  ])
  const entries = read.data?.entries ?? []
  const shown = all ? entries : entries.slice(0, FIRST)
  if (read.data === undefined) return null
  return (
    <Section title={t('history.title')}>
      <ol className="people-lines people-history">
        {shown.map((entry, place) => (
          <li key={entries.length - place}>
            <span className="people-meta">{formatWhen(entry.at, now, zone)}</span>
            <span>{historyWords(entry, t)}</span>
            <span className="people-meta">{entry.by?.name ?? t('history.program')}</span>
          </li>
        ))}
      </ol>
      {all || entries.length <= FIRST ? null : (
        <ActionButton look="link" size="small" onPress={() => setAll(true)}>
          {t('history.more', { count: entries.length })}
        </ActionButton>
      )}
    </Section>
  )
}
