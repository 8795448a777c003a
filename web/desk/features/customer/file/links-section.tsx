import { api, type CustomerView } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { ActionButton, Invalid, messageOf, useAct } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import { AgentSearch } from './agent-search.tsx'

/** An agent with its end users, an end user with its agent: each leads to the other (CUS-09). */
export function LinksSection({ view }: { readonly view: CustomerView }): ReactElement {
  const t = useTexts()
  const isAgent = view.party === 'agent'
  return (
    <section className="customer-item" aria-labelledby="customer-links">
      <h2 id="customer-links">{t(isAgent ? 'links.end-users' : 'links.agent')}</h2>
      {isAgent ? <EndUsers view={view} /> : null}
      {isAgent && view.agent === null ? null : <Agent view={view} />}
    </section>
  )
}

function EndUsers({ view }: { readonly view: CustomerView }): ReactElement {
  const t = useTexts()
  if (view.endUsers.length === 0)
    return <p className="customer-meta">{t('links.end-users.none')}</p>
  return (
    <ul className="customer-contacts">
      {view.endUsers.map((one) => (
        <li key={one.id}>
          <Link to="/customers/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
          {one.openComplaints === 0 ? null : (
            <span className="customer-meta">{t('row.open', { count: one.openComplaints })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Agent({ view }: { readonly view: CustomerView }): ReactElement {
  const t = useTexts()
  const client = useQueryClient()
  const [choosing, setChoosing] = useState(false)
  const link = useAct(api.customer.link, {
    onDone: (next) => {
      client.setQueryData(['customer', next.id], next)
      setChoosing(false)
    },
  })
  const to = (agent: string | null): void =>
    void link.run({ params: { id: view.id }, body: { agent } })
  const said = link.error instanceof Invalid ? link.error.fields[0]?.message : undefined
  return (
    <>
      {view.agent === null ? (
        <p className="customer-meta">{t('links.agent.none')}</p>
      ) : (
        <p className="customer-linked">
          <Link to="/customers/$id" params={{ id: view.agent.id }}>
            {view.agent.name}
          </Link>
          {view.mayEdit ? (
            <ActionButton
              look="link"
              size="small"
              pending={link.pending}
              label={t('links.remove.spoken', { name: view.agent.name })}
              onPress={() => to(null)}
            >
              {t('links.remove')}
            </ActionButton>
          ) : null}
        </p>
      )}
      {view.mayEdit && view.agent === null && !choosing ? (
        <ActionButton size="small" onPress={() => setChoosing(true)}>
          {t('links.choose')}
        </ActionButton>
      ) : null}
      {choosing && view.agent === null ? (
        <AgentSearch without={view.id} pending={link.pending} onTake={to} />
      ) : null}
      {link.error === null ? null : (
        <p role="alert" className="y-field-complaint">
          {said ?? messageOf(link.error)}
        </p>
      )}
    </>
  )
}
