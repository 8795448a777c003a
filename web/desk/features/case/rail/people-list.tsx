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
  const byPerson = new Map<string, { person: typeof view.owner; roles: string[] }>()
  for (const { role, person } of people) {
    if (person == null) continue
    const held = byPerson.get(person.id)
    if (held === undefined) byPerson.set(person.id, { person, roles: [role] })
    else held.roles.push(role)
  }
  return (
    <section aria-label={t('people.title')}>
      <h3>{t('people.title')}</h3>
      <ul className="case-people">
        {[...byPerson.values()].map(({ person, roles }) => (
          <li key={person.id}>
            <Avatar name={person.name} self={person.id === me.user.id} />
            <span>{person.name}</span>
            <small>{roles.join('、')}</small>
          </li>
        ))}
      </ul>
      <p className="case-note">{view.site.name}</p>
    </section>
  )
}
