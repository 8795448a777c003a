import type { ComplaintRow } from '@yinuo/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { isComposing } from '@yinuo/web-shared'
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect } from 'react'
import { ComplaintListRow } from './complaint-list-row.tsx'
import { ListColumns } from './list-columns.tsx'
import type { ListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'
import type { CurrentRow } from './use-current-row.ts'

const ROW_PX = { comfortable: 49, compact: 37 } as const
/** Rows before the end at which the next page is asked for. */
const AHEAD = 10

/** The table, of which only the rows in sight exist; below 640 px the same rows are cards. */
export function ListTable(props: {
  readonly rows: readonly ComplaintRow[]
  readonly total: number | undefined
  readonly search: ListSearch
  readonly now: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly current: CurrentRow
  readonly onOrder: (order: ListSearch['order']) => void
  readonly onOpen: (id: string) => void
  readonly onEnd: () => void
}): ReactElement {
  const { rows, search, now, scroller, current, onOpen, onEnd } = props
  const t = useTexts()
  // The React compiler, which this would trouble, is not in use.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX[search.density],
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The sticky heads stand above the rows, and the row that is open is higher than the others.
    scrollPaddingEnd: 96,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - AHEAD) onEnd()
  }, [last, rows.length, onEnd])
  const at = current.byKey ? current.index : -1
  useEffect(() => {
    if (at < 0) return
    virtual.scrollToIndex(at, { align: 'auto' })
    // The row exists only after the scroll.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus(),
    )
  }, [at, virtual, scroller])

  const press = (event: KeyboardEvent, row: ComplaintRow): void => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen(row.id)
    else if (event.key === 'ArrowDown') current.move(1)
    else if (event.key === 'ArrowUp') current.move(-1)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={(props.total ?? rows.length) + 1}
      className={`complaint-table complaint-table-${search.density}`}
    >
      <div role="rowgroup" className="complaint-head">
        <ListColumns order={search.order} onOrder={props.onOrder} />
      </div>
      <div role="rowgroup" className="complaint-body" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const isCurrent = row.id === current.id
          return (
            <div
              key={row.id}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              aria-current={isCurrent || undefined}
              tabIndex={isCurrent ? 0 : -1}
              className={`complaint-row${isCurrent ? ' complaint-row-current' : ''}`}
              style={{ transform: `translateY(${item.start}px)` }}
              onFocus={() => current.choose(row.id)}
              onClick={(event) => {
                // A press on the row opens it; selecting text in it does not.
                if (event.target instanceof Element && event.target.closest('a, button') !== null)
                  return
                if (window.getSelection()?.isCollapsed !== false) onOpen(row.id)
              }}
              onKeyDown={(event) => press(event, row)}
            >
              <ComplaintListRow
                row={row}
                now={now}
                current={isCurrent}
                onOpen={() => onOpen(row.id)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
