import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, Dialog, FieldRow, Invalid, useMe, useRead } from '@yinuo/web-shared'
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { faultsOf, NEW_PERSON_FIELDS, type NewPerson, type NewPersonField } from './new-person.ts'
import { PersonChoice } from './person-choice.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** Name, log-in, first password, site and superior; posts come afterwards, on the person. */
export function CreatePerson(props: {
  readonly people: readonly PersonView[]
  readonly onClose: () => void
  readonly onDone: (person: PersonView) => void
}): ReactElement {
  const t = useTexts()
  const me = useMe()
  const form = useRef<HTMLFormElement>(null)
  const sites = useRead(api.people.sites, {}, ['site', 'list']).data?.sites ?? [me.site]
  const [values, setValues] = useState<NewPerson>({
    name: '',
    login: '',
    password: '',
    siteId: me.site.id,
    reportsTo: '',
  })
  const [tried, setTried] = useState(false)
  const create = usePersonAct(api.people.create, props.onDone)
  const faults = faultsOf(values)
  const answered = create.error instanceof Invalid ? create.error.fields : []
  const refusedField = answered[0]?.path
  useEffect(() => {
    if (refusedField !== undefined)
      form.current?.querySelector<HTMLInputElement>(`[name="${refusedField}"]`)?.focus()
  }, [refusedField])
  const complaintOf = (field: NewPersonField): { complaint?: string } => {
    const fault = tried ? faults[field] : undefined
    if (fault !== undefined) return { complaint: t(fault, { field: t(`field.${field}`) }) }
    const said = answered.find((one) => one.path === field)?.message
    return said === undefined ? {} : { complaint: said }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const first = NEW_PERSON_FIELDS.find((field) => faults[field] !== undefined)
    if (first !== undefined)
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
    else
      void create.run({
        body: { ...values, reportsTo: values.reportsTo === '' ? null : values.reportsTo },
      })
  }
  return (
    <Dialog title={t('create.title')} onClose={props.onClose}>
      <form ref={form} className="people-create" onSubmit={submit} noValidate>
        <p className="people-meta">{t('create.hint')}</p>
        {NEW_PERSON_FIELDS.map((field) => (
          <FieldRow
            key={field}
            label={t(`field.${field}`)}
            required
            {...(field === 'name' ? {} : { hint: t(`field.${field}.hint`) })}
            {...complaintOf(field)}
          >
            {(control) => (
              <input
                {...control}
                className="y-input"
                name={field}
                type={field === 'password' ? 'password' : 'text'}
                autoComplete={field === 'password' ? 'new-password' : 'off'}
                autoCapitalize="none"
                spellCheck={false}
                value={values[field]}
                onChange={(event) => setValues({ ...values, [field]: event.target.value })}
              />
            )}
          </FieldRow>
        ))}
        <FieldRow label={t('field.site')}>
          {(control) => (
            <select
              {...control}
              className="y-input"
              value={values.siteId}
              onChange={(event) => setValues({ ...values, siteId: event.target.value })}
            >
              {sites.map((site) => (
                <option key={site.id} value={site.id}>
                  {site.name}
                </option>
              ))}
            </select>
          )}
        </FieldRow>
        <FieldRow label={t('field.superior')}>
          {(control) => (
            <PersonChoice
              control={control}
              people={props.people.filter((one) => one.active)}
              nobody={t('superior.none')}
              value={values.reportsTo}
              onChange={(reportsTo) => setValues({ ...values, reportsTo })}
            />
          )}
        </FieldRow>
        {answered.length > 0 ? null : <ActFailure act={create} />}
        <ActionButton submit look="primary" pending={create.pending}>
          {t('create.do')}
        </ActionButton>
      </form>
    </Dialog>
  )
}
