import { api } from '@yinuo/contract'
import { ActionButton, Dialog, FieldRow, Invalid, useAct, useRead } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { useTexts } from './texts.ts'

/** The sites of the organisation, and a further one (SYS-24, SYS-25). */
export function SitesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const sites = useRead(api.people.sites, {}, ['site', 'list']).data?.sites ?? []
  const create = useAct(api.people.createSite, {
    onDone: () => {
      setName('')
      setTried(false)
      void client.invalidateQueries({ queryKey: ['site'] })
    },
  })
  const answered = create.error instanceof Invalid ? create.error.fields[0]?.message : undefined
  const empty = tried && name.trim() === ''
  const complaint = empty ? t('fault.empty', { field: t('sites.name') }) : answered
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '') void create.run({ body: { name } })
  }
  return (
    <Dialog title={t('sites.title')} onClose={onClose}>
      <form className="people-create" onSubmit={submit} noValidate>
        <p className="people-meta">{t('sites.hint')}</p>
        <ul className="people-lines">
          {sites.map((site) => (
            <li key={site.id}>{site.name}</li>
          ))}
        </ul>
        <FieldRow
          stacked
          label={t('sites.name')}
          {...(complaint === undefined ? {} : { complaint })}
        >
          {(control) => (
            <input
              {...control}
              className="y-input"
              maxLength={80}
              value={name}
              onChange={(event) => {
                create.reset()
                setName(event.target.value)
              }}
            />
          )}
        </FieldRow>
        {answered === undefined ? <ActFailure act={create} /> : null}
        <ActionButton submit look="primary" pending={create.pending}>
          {t('sites.add')}
        </ActionButton>
      </form>
    </Dialog>
  )
}
