import { api } from '@yinuo/contract'
import {
  ActionButton,
  EmptyState,
  ErrorState,
  PageHeader,
  SkeletonRows,
  useRead,
} from '@yinuo/web-shared'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { Factory, UserPlus } from 'lucide-react'
import { AdminOnly } from './admin-only.tsx'
import { CreatePerson } from './create-person.tsx'
import './index.css'
import { PeopleList } from './people-list.tsx'
import { PersonPanel } from './person-panel.tsx'
import { SitesDialog } from './sites-dialog.tsx'
import { useTexts } from './texts.ts'

/** 人员与岗位: who works here, with which posts, qualified for what, and who stands in (STF-01, SYS-15). */
export function PeoplePage(): ReactElement {
  const t = useTexts()
  const navigate = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const [creating, setCreating] = useState(false)
  const [sites, setSites] = useState(false)
  const read = useRead(api.people.list, {}, ['person', 'list'])
  const people = read.data?.people ?? []
  const chosen = people.find((person) => person.id === search['person'])
  const show = (id: string | null): void =>
    void navigate({ to: '/people', search: id === null ? {} : { person: id } })
  const active = people.filter((person) => person.active)
  const unqualified = active.filter(
    (person) => Object.keys(person.qualification).length > 0 && person.unqualifiedFor.length > 0,
  )

  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          read.data === undefined ? null : (
            <>
              <span>{t('meta.active', { count: active.length })}</span>
              {unqualified.length === 0 ? null : (
                <span>{t('meta.unqualified', { count: unqualified.length })}</span>
              )}
            </>
          )
        }
      >
        <AdminOnly label={t('change.locked')}>
          <ActionButton icon={Factory} onPress={() => setSites(true)}>
            {t('sites.open')}
          </ActionButton>
          <ActionButton icon={UserPlus} onPress={() => setCreating(true)}>
            {t('new.open')}
          </ActionButton>
        </AdminOnly>
      </PageHeader>
      {read.data === undefined ? (
        <div className="y-page">
          {read.error === null ? (
            <SkeletonRows rows={10} height={52} />
          ) : (
            <ErrorState error={read.error} onRetry={() => void read.refetch()} />
          )}
        </div>
      ) : (
        <div className={`people-panes${chosen === undefined ? '' : ' people-panes-chosen'}`}>
          <PeopleList people={people} chosen={chosen?.id} onChoose={show} />
          <div className="people-main">
            {chosen === undefined ? (
              <div className="people-none">
                <EmptyState sentence={t('choose-one')} />
              </div>
            ) : (
              <PersonPanel
                key={chosen.id}
                person={chosen}
                people={people}
                onBack={() => show(null)}
              />
            )}
          </div>
        </div>
      )}
      {sites ? <SitesDialog onClose={() => setSites(false)} /> : null}
      {creating ? (
        <CreatePerson
          people={people}
          onClose={() => setCreating(false)}
          onDone={(person) => {
            setCreating(false)
            show(person.id)
          }}
        />
      ) : null}
    </>
  )
}
