import type { ReactElement } from 'react'
import type { GroupedItems } from './group-items.ts'
import { useTexts } from './texts.ts'

/** One sentence says how bad it is: 今天 12 件到期。1 件已超时，3 件一小时内到期，其余今天来得及。 */
export function DaySummary({ groups }: { readonly groups: GroupedItems }): ReactElement {
  const t = useTexts()
  const count = (group: Parameters<GroupedItems['get']>[0]): number =>
    groups.get(group)?.length ?? 0
  const late = count('late')
  const hour = count('hour')
  const due = late + hour + count('today')
  if (due === 0) {
    const later = count('tomorrow')
    return <>{later === 0 ? t('summary.none') : t('summary.later', { count: later })}</>
  }
  const pressing = [
    late === 0 ? null : (
      <b key="late" className="my-day-late">
        {t('summary.late', { count: late })}
      </b>
    ),
    hour === 0 ? null : (
      <b key="hour" className="my-day-soon">
        {t('summary.hour', { count: hour })}
      </b>
    ),
  ].filter((part) => part !== null)
  return (
    <>
      {t('summary.all', { count: due })}
      {pressing.flatMap((part, index) => (index === 0 ? [part] : [t('summary.join'), part]))}
      {pressing.length === 0
        ? t('summary.calm')
        : t(due > late + hour ? 'summary.rest' : 'summary.only-late')}
    </>
  )
}
