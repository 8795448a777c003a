import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, copyText, useAct } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { LogIns } from './log-ins.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** A one-time password, the log-ins that hold, and leaving or coming back (SYS-01, SYS-24, CMP-08). */
export function AccountSection({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  return (
    <Section title={t('account.title')}>
      <ResetPassword person={person} />
      <LogIns person={person} />
      <InOffice person={person} />
    </Section>
  )
}

/** The password is shown until the page is left, and never again. */
function ResetPassword({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTexts()
  const [made, setMade] = useState<string | null>(null)
  const client = useQueryClient()
  const reset = useAct(api.people.setPassword, {
    onDone: ({ password }) => {
      setMade(password)
      void client.invalidateQueries({ queryKey: ['person', person.id] })
    },
  })
  return (
    <div className="people-leave">
      <p className="people-meta">{t('password.hint')}</p>
      <div className="people-form-line">
        <ActionButton
          pending={reset.pending}
          onPress={() => void reset.run({ params: { id: person.id }, body: {} })}
        >
          {t('password.do')}
        </ActionButton>
        <span role="status">
          {made === null ? null : (
            <>
              {t('password.made')} <code className="people-password">{made}</code>{' '}
              <ActionButton look="link" onPress={() => void copyText(made)}>
                {t('password.copy')}
              </ActionButton>
            </>
          )}
        </span>
      </div>
      <ActFailure act={reset} />
    </div>
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
      {person.active ? (
        <>
          <p className="people-meta">{t('leave.hint')}</p>
          <Link to="/complaints" search={{ view: 'open', owner: person.id }}>
            {t('leave.open-cases')}
          </Link>
        </>
      ) : null}
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
