import type { api, OutputOf } from '@yinuo/contract'
import { Avatar } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import type { Credentials } from './login-form.tsx'
import { useTexts } from './texts.ts'

type DemoLogin = OutputOf<typeof api.session.hello>['demoLogins'][number]

/** The people of the demonstration; one press fills in name and password. */
export function DemoLogins(props: {
  readonly logins: readonly DemoLogin[]
  readonly onPick: (credentials: Credentials) => void
}): ReactElement {
  const t = useTexts()
  return (
    <section className="login-demo">
      <h2>{t('demo.title')}</h2>
      <p>{t('demo.sentence')}</p>
      <ul>
        {props.logins.map((person) => (
          <li key={person.login}>
            <button type="button" onClick={() => props.onPick(person)}>
              <span className="y-spoken">{t('demo.fill')}</span>
              <Avatar name={person.name} size={28} />
              <b>{person.name}</b>
              <span>{person.post}</span>
              <code>{person.login}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
