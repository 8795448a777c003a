import { api, type OutputOf } from '@yinuo/contract'
import { ActionButton, EmptyState, messageOf, useAct, useRead } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import './index.css'
import { EMPTY_SETUP, faultsOf, SETUP_FIELDS, type SetupField } from './setup-fields.ts'
import { SetupRow } from './setup-row.tsx'
import { useTexts } from './texts.ts'

type Hello = OutputOf<typeof api.session.hello>

/** The first run on an empty database: company, site and administrator; nothing else is needed to begin. */
export function SetupPage(): ReactElement {
  const t = useTexts()
  const hello = useRead(api.session.hello, {}, ['hello', 'self']).data
  const needed = hello?.setupNeeded !== false
  return (
    <main className="setup-page">
      <h1>{t('title')}</h1>
      {needed ? (
        <SetupForm />
      ) : (
        <EmptyState sentence={t('already')}>
          <Link to="/login">{t('to-login')}</Link>
        </EmptyState>
      )}
    </main>
  )
}

function SetupForm(): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(EMPTY_SETUP)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const create = useAct(api.session.setup, {
    whenLoggedOut: 'fail',
    onDone: () => {
      client.setQueryData<Hello>(
        ['hello', 'self'],
        (hello) => hello && { ...hello, setupNeeded: false },
      )
      setDone(true)
    },
  })
  const faults = faultsOf(values)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const first = SETUP_FIELDS.find((field) => faults[field] !== undefined)
    if (first === undefined) void create.run({ body: { ...values, login: values.login.trim() } })
    else form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
  }
  const set = (field: SetupField, value: string): void => setValues({ ...values, [field]: value })

  if (done) {
    return (
      <EmptyState sentence={t('done')}>
        <Link to="/login">{t('to-login')}</Link>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="setup-sentence">{t('sentence')}</p>
      <form ref={form} className="setup-form" onSubmit={submit} noValidate>
        {SETUP_FIELDS.map((field) => (
          <SetupRow
            key={field}
            field={field}
            value={values[field]}
            fault={tried ? faults[field] : undefined}
            onChange={set}
          />
        ))}
        {create.error === null ? null : <p role="alert">{messageOf(create.error)}</p>}
        <ActionButton submit look="primary" pending={create.pending}>
          {t('create')}
        </ActionButton>
      </form>
    </>
  )
}
