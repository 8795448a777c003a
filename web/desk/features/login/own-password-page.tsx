import { api } from '@yinuo/contract'
import { ActionButton, ApiFailure, FieldRow, Invalid, messageOf, useAct } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactElement, useState } from 'react'
import './index.css'
import { ownPasswordFaults, SHORTEST } from './own-password.ts'
import { useTexts } from './texts.ts'

const FIELDS = ['current', 'next', 'again'] as const

/** One's own password: by choice, or because a one-time password opens nothing else (SYS-24). */
export function OwnPasswordPage(): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [values, setValues] = useState({ current: '', next: '', again: '' })
  const [tried, setTried] = useState(false)
  const change = useAct(api.session.changePassword, {
    onDone: () => {
      client.clear()
      void navigate({ to: '/' })
    },
  })
  const faults = ownPasswordFaults(values)
  const answered = change.error instanceof Invalid ? change.error.fields : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const { current, next } = values
    if (Object.keys(faults).length === 0) void change.run({ body: { current, next } })
  }
  const complaintOf = (field: (typeof FIELDS)[number]): { complaint?: string } => {
    const fault = tried ? faults[field] : undefined
    if (fault !== undefined) return { complaint: t(fault, { count: SHORTEST }) }
    const said = answered.find(({ path }) => path === field)?.message
    return said === undefined ? {} : { complaint: said }
  }
  const isWrong =
    change.error instanceof ApiFailure && change.error.problem.error === 'wrong-credentials'
  return (
    <main className="login-page">
      <section className="login-entrance">
        <h1>{t('own.title')}</h1>
        <p className="login-promise">{t('own.sentence', { count: SHORTEST })}</p>
        <form className="login-form" onSubmit={submit} noValidate>
          {FIELDS.map((field) => (
            <FieldRow key={field} stacked label={t(`own.${field}`)} {...complaintOf(field)}>
              {(control) => (
                <input
                  {...control}
                  className="y-input"
                  name={field}
                  type="password"
                  maxLength={200}
                  autoComplete={field === 'current' ? 'current-password' : 'new-password'}
                  value={values[field]}
                  onChange={(event) => setValues({ ...values, [field]: event.target.value })}
                />
              )}
            </FieldRow>
          ))}
          {change.error === null || answered.length > 0 ? null : (
            <p className="login-error" role="alert">
              {isWrong ? t('own.wrong') : messageOf(change.error)}
            </p>
          )}
          <ActionButton submit look="primary" pending={change.pending}>
            {t('own.do')}
          </ActionButton>
        </form>
      </section>
    </main>
  )
}
