import { api } from '@yinuo/contract'
import { ActionButton, useRead } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'

/** Agents by what is typed of their name; one press takes one. */
export function AgentSearch(props: {
  readonly without: string
  readonly pending: boolean
  readonly onTake: (id: string) => void
}): ReactElement {
  const t = useTexts()
  const [words, setWords] = useState('')
  const query = { q: words.trim(), limit: '20' } as const
  const list = useRead(api.customer.list, { query }, ['customer', 'list', 'agents', query.q], {
    enabled: query.q !== '',
    keepPrevious: true,
  })
  const agents = (list.data?.rows ?? []).filter(
    ({ id, party }) => party === 'agent' && id !== props.without,
  )
  return (
    <div className="customer-agent-search">
      <input
        className="y-input"
        type="search"
        aria-label={t('links.search')}
        placeholder={t('links.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {query.q !== '' && list.data !== undefined && agents.length === 0 ? (
        <p className="customer-meta" role="status">
          {t('links.none-found')}
        </p>
      ) : null}
      <ul className="customer-contacts">
        {agents.slice(0, 6).map((one) => (
          <li key={one.id}>
            <ActionButton look="link" pending={props.pending} onPress={() => props.onTake(one.id)}>
              {t('links.take', { name: one.name })}
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
