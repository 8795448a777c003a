import { api, type PersonView } from '@yinuo/contract'
import {
  ActionButton,
  FieldRow,
  formatDate,
  useBusinessNow,
  useMay,
  useZone,
} from '@yinuo/web-shared'
import { type FormEvent, type ReactElement, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { PersonChoice } from './person-choice.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** Who stands in on which days (SYS-15). */
export function DeputySection(props: {
  readonly person: PersonView
  readonly people: readonly PersonView[]
}): ReactElement {
  const { person } = props
  const t = useTexts()
  const zone = useZone()
  const today = formatDate(useBusinessNow(), zone)
  const may = useMay('administer')
  const end = usePersonAct(api.people.endDeputy)
  return (
    <Section title={t('deputies.title')} meta={t('deputies.hint')}>
      {person.deputies.length === 0 ? <p>{t('deputies.none')}</p> : null}
      <ul className="people-lines">
        {person.deputies.map(({ id, deputy, from, until }) => (
          <li key={id}>
            <span>
              {t('deputies.one', { name: deputy.name, from, until })}
              {until < today ? <span className="people-meta"> {t('deputies.over')}</span> : null}
            </span>
            {may ? (
              <ActionButton
                look="link"
                size="small"
                pending={end.pending}
                label={t('deputies.end.spoken', { name: deputy.name })}
                onPress={() => void end.run({ params: { id: person.id }, body: { deputyId: id } })}
              >
                {t('deputies.end')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      <ActFailure act={end} />
      {may ? <NameDeputy {...props} today={today} /> : null}
    </Section>
  )
}

function NameDeputy(props: {
  readonly person: PersonView
  readonly people: readonly PersonView[]
  readonly today: string
}): ReactElement {
  const { person, people, today } = props
  const t = useTexts()
  const [deputy, setDeputy] = useState('')
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(today)
  const [tried, setTried] = useState(false)
  const name = usePersonAct(api.people.nameDeputy, () => {
    setDeputy('')
    setTried(false)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (deputy !== '' && from !== '' && until !== '')
      void name.run({ params: { id: person.id }, body: { deputy, from, until } })
  }
  const empty = (value: string, field: string): { complaint?: string } =>
    tried && value === '' ? { complaint: t('fault.empty', { field }) } : {}
  return (
    <form onSubmit={submit} noValidate>
      <div className="people-form-grid">
        <FieldRow stacked label={t('field.deputy')} {...empty(deputy, t('field.deputy'))}>
          {(control) => (
            <PersonChoice
              control={control}
              people={people.filter((one) => one.active && one.id !== person.id)}
              nobody={t('deputies.choose')}
              value={deputy}
              onChange={setDeputy}
            />
          )}
        </FieldRow>
        <DateField
          label={t('field.from')}
          value={from}
          onChange={setFrom}
          {...empty(from, t('field.from'))}
        />
        <DateField
          label={t('field.until')}
          value={until}
          onChange={setUntil}
          {...empty(until, t('field.until'))}
        />
      </div>
      <ActFailure act={name} />
      <ActionButton submit pending={name.pending}>
        {t('deputies.name')}
      </ActionButton>
    </form>
  )
}

function DateField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complaint?: string
}): ReactElement {
  const { complaint } = props
  return (
    <FieldRow stacked label={props.label} {...(complaint === undefined ? {} : { complaint })}>
      {(control) => (
        <input
          {...control}
          className="y-input"
          type="date"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </FieldRow>
  )
}
