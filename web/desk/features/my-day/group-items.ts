import type { DayItem } from '@yinuo/contract'
import { civilOf, dayNumber } from '@yinuo/web-shared'

export const DAY_GROUPS = ['late', 'hour', 'today', 'tomorrow', 'undated'] as const
export type DayGroup = (typeof DAY_GROUPS)[number]

const HOUR_MS = 3_600_000

/** Where an item stands at business time `now` (epoch ms). A miss stays 已超时 even when its row was given a new time. */
export function groupOf(item: DayItem, now: number, zone: string): DayGroup {
  if (item.dueAt === null) return item.missed ? 'late' : 'undated'
  const due = Date.parse(item.dueAt)
  if (item.missed || due < now) return 'late'
  if (due <= now + HOUR_MS) return 'hour'
  // A limit at midnight belongs to the day that ends: 今天 24:00.
  return dayNumber(civilOf(due - 1, zone)) <= dayNumber(civilOf(now, zone)) ? 'today' : 'tomorrow'
}

export type GroupedItems = ReadonlyMap<DayGroup, readonly DayItem[]>

/** The groups that have items, in order, each in the server's order of time left. */
export function groupItems(items: readonly DayItem[], now: number, zone: string): GroupedItems {
  const placed = items.map((item) => [groupOf(item, now, zone), item] as const)
  return new Map(
    DAY_GROUPS.map(
      (group) => [group, placed.filter(([of]) => of === group).map(([, item]) => item)] as const,
    ).filter(([, members]) => members.length > 0),
  )
}
