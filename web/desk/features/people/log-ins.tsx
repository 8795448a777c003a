import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, formatWhen, useBusinessNow, useRead, useZone } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { ActFailure } from './act-failure.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** Where a person is logged in; one or all of it can be ended (SYS-24). */
export function LogIns({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  const zone = useZone()
  const now = useBusinessNow()
  const client = useQueryClient()
  const read = useRead(api.people.sessions, { params: { id: person.id } }, [
    'person',
    person.id,
    'sessions',
  ])
  const end = usePersonAct(
    api.people.endSessions,
    () => void client.invalidateQueries({ queryKey: ['person', person.id] }),
  )
  const sessions = read.data?.sessions ?? []
  const others = sessions.filter(({ current }) => !current)
  const run = (session: string | null): void =>
    void end.run({ params: { id: person.id }, body: { session } })
  return (
    <div>
      <h4 className="people-subtitle">{t('log-ins.title')}</h4>
      {read.data !== undefined && sessions.length === 0 ? (
        <p className="people-meta">{t('log-ins.none')}</p>
      ) : null}
      <ul className="people-lines">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {t('log-ins.one', { when: formatWhen(one.openedAt, now, zone) })}
              {one.current ? <span className="people-meta"> {t('log-ins.current')}</span> : null}
            </span>
            {one.current ? null : (
              <ActionButton
                look="link"
                size="small"
                pending={end.pending}
                label={t('log-ins.end.spoken', { when: formatWhen(one.openedAt, now, zone) })}
                onPress={() => run(one.id)}
              >
                {t('log-ins.end')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <ActionButton look="link" size="small" pending={end.pending} onPress={() => run(null)}>
          {t('log-ins.end-all')}
        </ActionButton>
      ) : null}
      <ActFailure act={end} />
    </div>
  )
}
