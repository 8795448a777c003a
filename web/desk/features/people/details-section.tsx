import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, Conflict, FieldRow, useMay, useRead } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { DetailsConflict } from './details-conflict.tsx'
import {
  currentDraft,
  DETAIL_FIELDS,
  type Details,
  detailsOf,
  type Draft,
  editOf,
} from './details.ts'
import { PersonChoice } from './person-choice.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** Name, site and superior, saved under the version one saw (SYS-08). */
export function DetailsSection(props: {
  readonly person: PersonView
  readonly people: readonly PersonView[]
}): ReactElement {
  const { person, people } = props
  const t = useTexts()
  const may = useMay('administer')
  const facts = [
    [t('details.login'), person.login],
    [t('field.site'), person.site.name],
    [t('field.superior'), person.reportsTo?.name ?? t('superior.none')],
  ] as const
  if (may) return <EditDetails person={person} people={people} />
  return (
    <Section title={t('details.title')}>
      <dl className="y-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="people-fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  )
}

function EditDetails(props: {
  readonly person: PersonView
  readonly people: readonly PersonView[]
}): ReactElement {
  const { person, people } = props
  const t = useTexts()
  /** Null while nothing is being changed: then the page follows the server. */
  const [draft, setDraft] = useState<Draft | null>(null)
  const sites = useRead(api.people.sites, {}, ['site', 'list']).data?.sites ?? [person.site]
  const change = usePersonAct(api.people.change, () => setDraft(null))
  const client = useQueryClient()
  const stale = change.error instanceof Conflict
  useEffect(() => {
    // Somebody was faster than the live feed: fetch what stands now, then both can be put side by side.
    if (stale) void client.invalidateQueries({ queryKey: ['person', 'list'] })
  }, [stale, client])
  const { values, base } = currentDraft(draft, person)
  const set = (field: keyof Details, value: string): void =>
    setDraft({ values: { ...values, [field]: value }, base })
  const dirty = DETAIL_FIELDS.some((field) => values[field] !== detailsOf(base)[field])
  const moved = draft !== null && base.version !== person.version
  const save = (event: FormEvent): void => {
    event.preventDefault()
    void change.run({
      params: { id: person.id },
      body: { expectedVersion: base.version, ...editOf(values, detailsOf(base)) },
    })
  }
  const empty = values.name.trim() === ''
  return (
    <Section title={t('details.title')} meta={`${t('details.login')} ${person.login}`}>
      <form className="people-details" onSubmit={save} noValidate>
        <FieldRow
          label={t('field.name')}
          required
          {...(empty ? { complaint: t('fault.empty', { field: t('field.name') }) } : {})}
        >
          {(control) => (
            <input
              {...control}
              className="y-input"
              maxLength={40}
              value={values.name}
              onChange={(event) => set('name', event.target.value)}
            />
          )}
        </FieldRow>
        <FieldRow label={t('field.site')}>
          {(control) => (
            <select
              {...control}
              className="y-input"
              value={values.siteId}
              onChange={(event) => set('siteId', event.target.value)}
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
              people={people.filter((one) => one.active && one.id !== person.id)}
              nobody={t('superior.none')}
              value={values.reportsTo}
              onChange={(id) => set('reportsTo', id)}
            />
          )}
        </FieldRow>
        {moved && dirty ? (
          <DetailsConflict
            mine={values}
            theirs={person}
            base={detailsOf(base)}
            people={people}
            sites={sites}
            onResolve={(together) => {
              change.reset()
              setDraft({ values: together, base: person })
            }}
          />
        ) : stale ? null : (
          <ActFailure act={change} />
        )}
        {dirty && !moved && !empty ? (
          <div className="people-form-line">
            <ActionButton submit look="primary" pending={change.pending}>
              {t('details.save')}
            </ActionButton>
            <ActionButton
              look="link"
              onPress={() => {
                change.reset()
                setDraft(null)
              }}
            >
              {t('details.undo')}
            </ActionButton>
          </div>
        ) : null}
      </form>
    </Section>
  )
}
