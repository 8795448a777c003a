import { Avatar, useMe } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** Who has this case, who took it, who decided. */
export function PeopleList(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const me = useMe()
  const people = [
    { role: t('people.owner'), person: view.owner },
    { role: t('people.recorder'), person: view.recorder },
    { role: t('people.receiver'), person: view.pendingHandover?.to },
    { role: t('people.leader'), person: view.plan?.decidedBy },
    { role: t('people.confirmer'), person: view.agreement?.confirmedBy },
  ]
  return (
    <section aria-label={t('people.title')}>
      <h3>{t('people.title')}</h3>
      <ul className="case-people">
        {people.flatMap(({ role, person }) =>
          person == null
            ? []
            : [
                <li key={role}>
                  <Avatar name={person.name} self={person.id === me.user.id} />
                  <span>{person.name}</span>
                  <small>{role}</small>
                </li>,
              ],
        )}
      </ul>
      <p className="case-note">{view.site.name}</p>
    </section>
  )
}
