import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, FieldRow, useAct } from '@yinuo/web-shared'
import { type FormEvent, type ReactElement, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

const SHORTEST = 10

/** A new password, and leaving or coming back (SYS-01, CMP-08). */
export function AccountSection({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  return (
    <Section title={t('account.title')}>
      <ResetPassword person={person} />
      <InOffice person={person} />
    </Section>
  )
}

function ResetPassword({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const reset = useAct(api.people.setPassword, {
    onDone: () => {
      setPassword('')
      setTried(false)
      setDone(true)
    },
  })
  const short = Array.from(password).length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (!short) void reset.run({ params: { id: person.id }, body: { password } })
  }
  return (
    <form onSubmit={submit} noValidate>
      <FieldRow
        label={t('password.next')}
        hint={done ? t('password.done') : t('password.hint')}
        {...(tried && short ? { complaint: t('password.short') } : {})}
      >
        {(control) => (
          <span className="people-form-line">
            <input
              {...control}
              className="y-input"
              type="password"
              autoComplete="new-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <ActionButton submit pending={reset.pending}>
              {t('password.do')}
            </ActionButton>
          </span>
        )}
      </FieldRow>
      <ActFailure act={reset} />
    </form>
  )
}

/** Leaving is asked twice; what stands in the way (open complaints, last administrator) is said here. */
function InOffice({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  const [asked, setAsked] = useState(false)
  const change = usePersonAct(api.people.change, () => setAsked(false))
  const set = (active: boolean): void =>
    void change.run({
      params: { id: person.id },
      body: { expectedVersion: person.version, active },
    })
  return (
    <div className="people-leave">
      {person.active ? <p className="people-meta">{t('leave.hint')}</p> : null}
      <div className="people-form-line">
        {person.active ? (
          asked ? (
            <>
              <ActionButton pending={change.pending} onPress={() => set(false)}>
                {t('leave.sure', { name: person.name })}
              </ActionButton>
              <ActionButton look="link" onPress={() => setAsked(false)}>
                {t('leave.keep')}
              </ActionButton>
            </>
          ) : (
            <ActionButton onPress={() => setAsked(true)}>{t('leave.do')}</ActionButton>
          )
        ) : (
          <ActionButton pending={change.pending} onPress={() => set(true)}>
            {t('return.do')}
          </ActionButton>
        )}
      </div>
      <ActFailure act={change} />
    </div>
  )
}
