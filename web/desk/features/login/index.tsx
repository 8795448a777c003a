import { api, type Me } from '@yinuo/contract'
import { useRead } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { DemoLogins } from './demo-logins.tsx'
import { type Credentials, LoginForm } from './login-form.tsx'
import { useTexts } from './texts.ts'

export function LoginPage(): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/login' })
  const [filled, setFilled] = useState<Credentials | null>(null)
  const hello = useRead(api.session.hello, {}, ['hello', 'self']).data
  const demo = hello?.demoLogins ?? []

  const enter = (me: Me): void => {
    client.clear()
    client.setQueryData(['me', 'self'], me)
    void navigate({ to: to ?? '/' })
  }
  return (
    <main className="login-page">
      <section className="login-entrance">
        <p className="login-name">
          <span className="login-logo" aria-hidden>
            诺
          </span>
          <b>一诺</b>
        </p>
        <h1>{t('title')}</h1>
        <p className="login-promise">{t('promise')}</p>
        <LoginForm onDone={enter} filled={filled} />
      </section>
      {demo.length === 0 ? null : <DemoLogins logins={demo} onPick={setFilled} />}
    </main>
  )
}
