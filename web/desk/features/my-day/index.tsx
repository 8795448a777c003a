import { api, type DayItem } from '@yinuo/contract'
import {
  ErrorState,
  formatLongDay,
  PageHeader,
  Segmented,
  SkeletonRows,
  useBusinessNow,
  useMay,
  useRead,
  useSettledRows,
  useZone,
} from '@yinuo/web-shared'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useRef } from 'react'
import { DayGroups } from './day-groups.tsx'
import { groupItems } from './group-items.ts'
import './index.css'
import { LedgerRail } from './ledger-rail.tsx'
import { TeamRail } from './team-rail.tsx'
import { useTexts } from './texts.ts'
import { WaitingRail } from './waiting-rail.tsx'

const NOUNS = ['complaint', 'promise', 'approval', 'task', 'handover', 'scan', 'draft'] as const
const NOTHING: readonly DayItem[] = []

/** 我的一天: what must I do next, and by when, over all nouns by time left. */
export function MyDayPage(): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  const zone = useZone()
  const navigate = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const noun = NOUNS.find((one) => one === search['noun'])
  const mayApprove = useMay('approve')
  const list = useRef<HTMLDivElement>(null)
  const day = useRead(api.commitment.myDay, {}, ['my-day', 'list'])
  const all = day.data?.items ?? NOTHING
  const settled = useSettledRows(list, all, 'day')
  const shown =
    noun === undefined ? settled.rows : settled.rows.filter((item) => item.noun === noun)
  const groups = groupItems(shown, now, zone)
  const options = [
    { value: 'all' as const, label: t('filter.all'), count: all.length },
    ...NOUNS.map((one) => ({
      value: one,
      label: t(`noun.${one}`),
      count: all.filter((item) => item.noun === one).length,
    })).filter((option) => option.count > 0 || option.value === noun),
  ]
  return (
    <div className="my-day">
      <PageHeader title={t('title')} meta={formatLongDay(now, zone)}>
        {all.length === 0 ? null : (
          <Segmented
            label={t('filter.label')}
            value={noun ?? 'all'}
            options={options}
            onChange={(value) =>
              void navigate({ to: '/', search: value === 'all' ? {} : { noun: value } })
            }
          />
        )}
      </PageHeader>
      <div className="y-panes">
        <div className="my-day-main" ref={list}>
          {day.data === undefined ? (
            day.error === null ? (
              <SkeletonRows rows={8} height={52} />
            ) : (
              <ErrorState error={day.error} onRetry={() => void day.refetch()} />
            )
          ) : (
            <DayGroups
              groups={groups}
              filtered={noun !== undefined}
              changed={settled.changed}
              onTake={settled.take}
              doneToday={day.data.doneToday}
              now={now}
            />
          )}
        </div>
        <aside className="y-rail" aria-label={t('rail')}>
          {day.data === undefined ? null : (
            <>
              {mayApprove ? <TeamRail now={now} /> : null}
              <LedgerRail entries={day.data.ledger} now={now} />
              <WaitingRail waiting={day.data.waiting} now={now} />
            </>
          )}
        </aside>
      </div>
    </div>
  )
}
