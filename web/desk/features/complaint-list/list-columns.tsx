import { Icon } from '@yinuo/web-shared'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactElement } from 'react'
import type { ListOrder } from './list-search.ts'
import { useTexts } from './texts.ts'

const COLUMNS = [
  { key: 'time-left', order: 'time-left' },
  { key: 'customer', order: null },
  { key: 'number', order: 'received' },
  { key: 'step', order: null },
  { key: 'owner', order: null },
  { key: 'risk', order: null },
  { key: 'loss', order: 'daily-loss' },
  { key: 'activity', order: 'activity' },
] as const

/** The heads of the columns; four of them order the list. Least time left comes first, of everything else the most. */
export function ListColumns(props: {
  readonly order: ListOrder
  readonly onOrder: (order: ListOrder) => void
}): ReactElement {
  const t = useTexts()
  return (
    <div role="row" className="complaint-columns">
      {COLUMNS.map(({ key, order }) => {
        const chosen = order !== null && order === props.order
        const rising = order === 'time-left'
        return (
          <div
            key={key}
            role="columnheader"
            className={`complaint-cell-${key}`}
            aria-sort={chosen ? (rising ? 'ascending' : 'descending') : undefined}
          >
            {order === null ? (
              t(`column.${key}`)
            ) : (
              <button
                type="button"
                title={t('order.by', { column: t(`order.${order}`) })}
                onClick={() => props.onOrder(order)}
              >
                {t(`column.${key}`)}
                {chosen ? <Icon of={rising ? ArrowUp : ArrowDown} size={14} /> : null}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
