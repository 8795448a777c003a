import type { api, OutputOf } from '@yinuo/contract'
import { ActionButton, Icon, Kbd, useMay } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import type { ReactElement } from 'react'
import { DayRow } from './day-row.tsx'
import { DaySummary } from './day-summary.tsx'
import type { GroupedItems } from './group-items.ts'
import { useTexts } from './texts.ts'
import { useOpenRow } from './use-open-row.ts'

/** The sentence and the groups under it; the first row is already open. */
export function DayGroups(props: {
  readonly groups: GroupedItems
  readonly filtered: boolean
  /** Rows that would move: only counted while somebody points at the list. */
  readonly changed: number
  readonly onTake: () => void
  readonly doneToday: OutputOf<typeof api.commitment.myDay>['doneToday']
  readonly now: number
}): ReactElement {
  const { groups, filtered, changed, onTake, doneToday, now } = props
  const t = useTexts()
  const items = [...groups.values()].flat()
  const { openId, byKey, open } = useOpenRow(items.map((item) => item.id))
  return (
    <>
      {items.length === 0 ? (
        <Empty filtered={filtered} />
      ) : (
        <p className="my-day-summary">
          <DaySummary groups={groups} />
        </p>
      )}
      {changed === 0 ? null : (
        <div className="my-day-changed" role="status">
          <ActionButton size="small" onPress={onTake}>
            {t('changed', { count: changed })}
          </ActionButton>
        </div>
      )}
      {[...groups].map(([group, members]) => (
        <section key={group} className="my-day-group" aria-labelledby={`my-day-${group}`}>
          <h2 id={`my-day-${group}`}>
            {t(`group.${group}`)} <span>{members.length}</span>
          </h2>
          <ul>
            {members.map((item) => (
              <DayRow
                key={item.id}
                item={item}
                now={now}
                open={item.id === openId}
                focused={byKey && item.id === openId}
                onOpen={() => open(item.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {doneToday.count === 0 ? null : (
        <p className="my-day-done">
          <Icon of={CircleCheck} />
          {t('done.today', { count: doneToday.count })}
          {doneToday.late === 0 ? '' : t('done.late', { count: doneToday.late })}
        </p>
      )}
      {items.length === 0 ? null : (
        <p className="my-day-keys">
          <span>
            <Kbd keys="Alt+J" /> <Kbd keys="Alt+K" /> {t('keys.move')}
          </span>
          <span>
            <Kbd keys="Alt+E" /> {t('keys.act')}
          </span>
          <span>
            <Kbd keys="?" /> {t('keys.all')}
          </span>
        </p>
      )}
    </>
  )
}

/** Nothing dead-ends: one sentence and the next step. */
function Empty({ filtered }: { readonly filtered: boolean }): ReactElement {
  const t = useTexts()
  const mayRecord = useMay('record')
  return (
    <div className="y-empty">
      <p>{t(filtered ? 'empty.filtered' : 'empty.sentence')}</p>
      {filtered ? (
        <Link to="/">{t('empty.all')}</Link>
      ) : (
        <>
          <Link to="/complaints">{t('empty.list')}</Link>
          {mayRecord ? <Link to="/intake">{t('empty.record')}</Link> : null}
        </>
      )}
    </div>
  )
}
