import type { api, OutputOf } from '@yinuo/contract'
import { ActionButton, EmptyState, useMay } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { isNarrowed, type ListSearch, type ListView, writeListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

/** Where one looks next when a view is empty. */
const NEXT: Readonly<Record<ListView, ListView | 'record'>> = {
  mine: 'open',
  'waiting-for-me': 'mine',
  'recorded-by-me': 'record',
  open: 'record',
  soon: 'open',
  late: 'soon',
  unacknowledged: 'open',
  unsigned: 'unacknowledged',
  quiet: 'open',
  closed: 'open',
  all: 'record',
}

/** Each empty view says so and names the one next step. */
export function ListEmpty(props: {
  readonly search: ListSearch
  readonly counts: OutputOf<typeof api.complaint.counts> | undefined
  readonly onClear: () => void
}): ReactElement {
  const { search, counts, onClear } = props
  const t = useTexts()
  const mayRecord = useMay('record')
  if (isNarrowed(search))
    return (
      <EmptyState sentence={t('empty.filtered')}>
        <ActionButton onPress={onClear}>{t('empty.filtered.next')}</ActionButton>
      </EmptyState>
    )
  const wanted = NEXT[search.view]
  const next =
    wanted === 'record'
      ? undefined
      : [wanted, 'open' as const].find((view) => (counts?.views[view] ?? 0) > 0)
  return (
    <EmptyState sentence={t(`empty.${search.view}`)}>
      {next !== undefined && next !== search.view ? (
        <Link to="/complaints" search={writeListSearch({ ...search, view: next })}>
          {t('empty.go', { view: t(`view.${next}`), count: counts?.views[next] ?? 0 })}
        </Link>
      ) : mayRecord ? (
        <Link to="/intake">{t('empty.record')}</Link>
      ) : null}
    </EmptyState>
  )
}
