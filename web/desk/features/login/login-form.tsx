import { api, type Me } from '@yinuo/contract'
import { ActionButton, ApiFailure, FieldRow, messageOf, useAct } from '@yinuo/web-shared'
import {
  type FormEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import './index.css'
import { LockOut } from './lock-out.tsx'
import { useTexts } from './texts.ts'

export type Credentials = { readonly login: string; readonly password: string }

type Props = {
  readonly onDone: (me: Me) => void
  /** Filled in by a demonstration login. */
  readonly filled?: Credentials | null
  /** In the dialog of an expired session the person stays the same. */
  readonly fixedLogin?: string
}

/** Login name and password. The error never tells which of the two was wrong; a lock-out says how long it lasts. */
export function LoginForm({ onDone, filled, fixedLogin }: Props): ReactElement {
  const t = useTexts()
  const [missing, setMissing] = useState<'login' | 'password' | null>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fixedLogin !== undefined) passwordField.current?.focus()
  }, [fixedLogin])
  const enter = useAct(api.session.login, { onDone, whenLoggedOut: 'fail' })

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const login = fixedLogin ?? textOf(form, 'login').trim()
    const password = textOf(form, 'password')
    const lacking = login === '' ? 'login' : password === '' ? 'password' : null
    setMissing(lacking)
    if (lacking !== null) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${lacking}"]`)?.focus()
      return
    }
    void enter.run({ body: { login, password } }).then((me) => {
      if (me === undefined) passwordField.current?.select()
    })
  }

  return (
    <form className="login-form" onSubmit={submit} noValidate key={filled?.login ?? ''}>
      <FieldRow
        stacked
        label={t('login')}
        {...(missing === 'login' ? { complaint: t('missing.login') } : {})}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={fixedLogin ?? filled?.login ?? ''}
            readOnly={fixedLogin !== undefined}
          />
        )}
      </FieldRow>
      <PasswordField
        field={passwordField}
        filled={filled?.password ?? ''}
        complaint={missing === 'password' ? t('missing.password') : ''}
      />
      {enter.error === null ? null : <LoginError error={enter.error} />}
      <ActionButton submit look="primary" pending={enter.pending}>
        {t('enter')}
      </ActionButton>
    </form>
  )
}

function PasswordField(props: {
  readonly field: RefObject<HTMLInputElement | null>
  readonly filled: string
  readonly complaint: string
}): ReactElement {
  const t = useTexts()
  const [shown, setShown] = useState(false)
  return (
    <FieldRow
      stacked
      label={t('password')}
      {...(props.complaint === '' ? {} : { complaint: props.complaint })}
    >
      {(control) => (
        <span className="login-password">
          <input
            {...control}
            ref={props.field}
            className="y-input"
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            defaultValue={props.filled}
          />
          <button type="button" className="y-link" onClick={() => setShown(!shown)}>
            {t(shown ? 'hide' : 'show')}
          </button>
        </span>
      )}
    </FieldRow>
  )
}

function LoginError({ error }: { readonly error: Error }): ReactElement {
  const t = useTexts()
  const problem = error instanceof ApiFailure ? error.problem : null
  if (problem?.error === 'locked-out' || problem?.error === 'too-many') {
    return <LockOut key={problem.reference} seconds={problem.retryAfterSeconds ?? 60} />
  }
  const sentence =
    problem === null
      ? t('unreachable')
      : problem.error === 'wrong-credentials'
        ? t('wrong')
        : messageOf(error)
  return (
    <p className="login-error" role="alert">
      {sentence}
    </p>
  )
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
