import type { api, OutputOf } from '@yinuo/contract'
import { Icon } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import { User, Users } from 'lucide-react'
import { type ReactElement, useEffect, useRef } from 'react'
import { type ListSearch, type ListView, writeListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

const MINE = ['mine', 'waiting-for-me', 'recorded-by-me'] as const
const TEAM = [
  'open',
  'soon',
  'late',
  'unacknowledged',
  'unsigned',
  'quiet',
  'closed',
  'all',
] as const

type Counts = OutputOf<typeof api.complaint.counts>

/** The built-in views with their counts, as links: the address says which one. */
export function ViewStrip(props: {
  readonly search: ListSearch
  readonly counts: Counts | undefined
}): ReactElement {
  const t = useTexts()
  const strip = useRef<HTMLElement>(null)
  const { view: chosen } = props.search
  const counted = props.counts !== undefined
  useEffect(() => {
    const link = strip.current?.querySelector(`[data-view="${chosen}"]`)
    link?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [chosen, counted])
  return (
    <nav ref={strip} className="complaint-views" aria-label={t('title')}>
      <span className="complaint-views-whose">
        <Icon of={User} size={14} /> {t('views.mine')}
      </span>
      {MINE.map((view) => (
        <ViewLink key={view} view={view} {...props} />
      ))}
      <span className="complaint-views-whose">
        <Icon of={Users} size={14} /> {t('views.team')}
      </span>
      {TEAM.map((view) => (
        <ViewLink key={view} view={view} {...props} />
      ))}
    </nav>
  )
}

function ViewLink(props: {
  readonly view: ListView
  readonly search: ListSearch
  readonly counts: Counts | undefined
}): ReactElement {
  const { view, search, counts } = props
  const t = useTexts()
  const count = counts?.views[view]
  return (
    <Link
      to="/complaints"
      search={writeListSearch({ ...search, view })}
      className="complaint-view"
      data-view={view}
      // The router marks the link to just this view as the current page; a part of the search is not enough.
      activeOptions={{ exact: true }}
    >
      {t(`view.${view}`)}
      {count === undefined ? null : <span>{count > 999 ? '999+' : count}</span>}
    </Link>
  )
}
