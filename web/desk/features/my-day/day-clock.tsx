import type { DayItem } from '@yinuo/contract'
import { ClockCell, formatDue, formatWhen, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** Time left, or since when it lies there when no policy set a limit. */
export function DayClock({
  item,
  now,
}: {
  readonly item: DayItem
  readonly now: number
}): ReactElement {
  const t = useTexts()
  const zone = useZone()
  if (item.dueAt === null)
    return (
      <div className="my-day-undated">
        {item.openedAt === null
          ? ''
          : t('row.since', { when: formatWhen(item.openedAt, now, zone) })}
      </div>
    )
  const late = item.missed || Date.parse(item.dueAt) < now
  const due = formatDue(item.dueAt, now, zone)
  return (
    <ClockCell
      times={{
        openedAt: item.openedAt ?? item.dueAt,
        dueAt: item.dueAt,
        warnAt: item.warnAt,
        outcome: late ? 'broken' : 'open',
      }}
      now={now}
      label={late ? t('row.due', { due }) : due}
    />
  )
}
