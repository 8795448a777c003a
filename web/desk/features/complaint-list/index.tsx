import { api, type ComplaintRow } from '@yinuo/contract'
import {
  ActionButton,
  ErrorState,
  SkeletonRows,
  useBusinessNow,
  useRead,
  useSettledRows,
} from '@yinuo/web-shared'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useCallback, useRef } from 'react'
import { FilterBar } from './filter-bar.tsx'
import './index.css'
import './compact.css'
import './narrow.css'
import { ListEmpty } from './list-empty.tsx'
import { ListFoot } from './list-foot.tsx'
import { ListHead } from './list-head.tsx'
import { isNarrowed, type ListSearch, readListSearch, writeListSearch } from './list-search.ts'
import { ListTable } from './list-table.tsx'
import { useTexts } from './texts.ts'
import { useComplaintRows } from './use-complaint-rows.ts'
import { useCurrentRow } from './use-current-row.ts'
import { ViewStrip } from './view-strip.tsx'

const NOTHING: readonly ComplaintRow[] = []

/** 投诉: everything open by time left; view, filters, search, order and density stand in the address. */
export function ComplaintListPage(): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  const navigate = useNavigate()
  const search = readListSearch(useSearch({ strict: false }))
  const written = writeListSearch(search)
  const scroller = useRef<HTMLDivElement>(null)
  const counts = useRead(api.complaint.counts, {}, ['complaint', 'list', 'counts']).data
  const list = useComplaintRows(search)
  const settled = useSettledRows(scroller, list.rows ?? NOTHING, JSON.stringify(written))
  const { rows } = settled
  const current = useCurrentRow(rows.map((row) => row.id))
  const total = isNarrowed(search) ? undefined : counts?.views[search.view]

  // Going back leads to the view before, not through every letter of a search.
  const change = (next: ListSearch): void =>
    void navigate({ to: '/complaints', search: writeListSearch(next), replace: true })
  const { more, loadingMore, error, loadMore } = list
  const onEnd = useCallback(() => {
    if (more && !loadingMore && error === null) loadMore()
  }, [more, loadingMore, error, loadMore])

  return (
    <div className="complaint-list">
      <ListHead counts={counts} search={search} />
      <ViewStrip search={search} counts={counts} />
      <FilterBar search={search} onChange={change} />
      {settled.changed === 0 ? null : (
        <div className="complaint-changed" role="status">
          <ActionButton size="small" onPress={settled.take}>
            {t('changed', { count: settled.changed })}
          </ActionButton>
        </div>
      )}
      <div className="complaint-scroller" ref={scroller}>
        {list.rows === undefined ? (
          <div className="complaint-padded">
            {list.error === null ? (
              <SkeletonRows rows={12} height={48} />
            ) : (
              <ErrorState error={list.error} onRetry={list.retry} />
            )}
          </div>
        ) : rows.length === 0 ? (
          <div className="complaint-padded">
            <ListEmpty
              search={search}
              counts={counts}
              onClear={() =>
                change({ view: search.view, order: search.order, density: search.density })
              }
            />
          </div>
        ) : (
          <>
            <ListTable
              rows={rows}
              total={total}
              search={search}
              now={now}
              scroller={scroller}
              current={current}
              onOrder={(order) => change({ ...search, order })}
              onOpen={(id) => void navigate({ to: '/complaints/$id', params: { id } })}
              onEnd={onEnd}
            />
            <ListFoot list={list} shown={rows.length} total={total} />
          </>
        )}
      </div>
    </div>
  )
}
