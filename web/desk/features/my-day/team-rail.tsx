import { api } from '@yinuo/contract'
import { StatusClock, useRead } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

const QUERY = { view: 'late', limit: 6 } as const

/** For whoever decides: the cases of everybody that are late now, whose they are and by which clock. */
export function TeamRail({ now }: { readonly now: number }): ReactElement | null {
  const t = useTexts()
  const { data } = useRead(api.complaint.list, { query: QUERY }, ['complaint', 'list', QUERY], {
    follows: ['commitment'],
  })
  if (data === undefined) return null
  return (
    <section aria-labelledby="my-day-team">
      <div className="my-day-rail-head">
        <h2 id="my-day-team">{t('team.title')}</h2>
      </div>
      {data.rows.length === 0 ? (
        <p className="my-day-rail-note">{t('team.none')}</p>
      ) : (
        <ul className="my-day-waiting">
          {data.rows.map((row) => (
            <li key={row.id}>
              <Link to="/complaints/$id" params={{ id: row.id }}>
                {row.customer} {row.reason}
              </Link>
              {row.next === null ? null : (
                <StatusClock times={{ ...row.next, outcome: 'open' }} now={now} size="meta" />
              )}
              <p>{t('team.over', { owner: row.owner.name, clock: row.next?.label ?? '' })}</p>
            </li>
          ))}
        </ul>
      )}
      {data.next === null ? null : (
        <Link to="/complaints" search={{ view: 'late' }}>
          {t('team.all')}
        </Link>
      )}
    </section>
  )
}
