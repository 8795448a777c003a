import { api } from '@yinuo/contract'
import { businessNow, epochOf, useRead } from '@yinuo/web-shared'
import type { NavigationEntry } from './navigation.ts'

export type Count = { readonly count: number; readonly late: number }

/** What stands beside the entries: how much is mine, how much of it is late. Shares its reads with the pages. */
export function useCounts(): Partial<Record<NavigationEntry['to'], Count>> {
  const day = useRead(api.commitment.myDay, {}, ['my-day', 'list'], { follows: 'everything' }).data
  const cases = useRead(api.complaint.counts, {}, ['complaint', 'list', 'counts'], {
    follows: ['commitment'],
  }).data
  const counts: Partial<Record<NavigationEntry['to'], Count>> = {}
  if (day !== undefined) {
    const late = day.items.filter(
      (item) => item.missed || (item.dueAt !== null && epochOf(item.dueAt) < businessNow()),
    )
    counts['/'] = { count: day.items.length, late: late.length }
    const asked = day.items.filter((item) => item.noun === 'approval')
    counts['/approvals'] = {
      count: asked.length,
      late: late.filter((item) => item.noun === 'approval').length,
    }
  }
  if (cases !== undefined)
    counts['/complaints'] = { count: cases.views.open, late: cases.views.late }
  return counts
}
