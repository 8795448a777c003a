import { type Civil, civilOf, dayNumber } from './civil.ts'

/** An instant as the API sends it, or epoch milliseconds. */
export type InstantLike = string | number

export function epochOf(instant: InstantLike): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}

const NEAR = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
])

/**
 * `今天 11:00`, `明天 09:30`, `03-04 10:14`, `2025-12-30 09:00` in another year. Midnight as a limit is written
 * `今天 24:00` when `endOfDay` is set, because `明天 00:00` is read as one day more than one has.
 */
export function formatDue(
  instant: InstantLike,
  now: InstantLike,
  zone: string,
  endOfDay = true,
): string {
  const at = epochOf(instant)
  const due = civilOf(at, zone)
  const midnight = endOfDay && due.hour === 0 && due.minute === 0 && due.second === 0
  const shown = midnight ? civilOf(at - 1, zone) : due
  const time = midnight ? '24:00' : hourAndMinute(due)
  return `${formatDay(shown, civilOf(epochOf(now), zone))} ${time}`
}

/** When something happened: `今天 09:05`, `昨天 17:10`, `03-01 09:12`. Midnight stays `00:00`. */
export function formatWhen(instant: InstantLike, now: InstantLike, zone: string): string {
  return formatDue(instant, now, zone, false)
}

/** `09:05`, with seconds `09:05:52`. */
export function formatTime(instant: InstantLike, zone: string, withSeconds = false): string {
  const civil = civilOf(epochOf(instant), zone)
  return withSeconds ? `${hourAndMinute(civil)}:${two(civil.second)}` : hourAndMinute(civil)
}

/** `2026-03-04`. */
export function formatDate(instant: InstantLike, zone: string): string {
  const civil = civilOf(epochOf(instant), zone)
  return `${civil.year}-${two(civil.month)}-${two(civil.day)}`
}

/** `3 月 3 日 周二`. */
export function formatLongDay(instant: InstantLike, zone: string): string {
  const civil = civilOf(epochOf(instant), zone)
  return `${civil.month} 月 ${civil.day} 日 周${'日一二三四五六'[civil.weekday] ?? ''}`
}

function formatDay(day: Civil, today: Civil): string {
  const near = NEAR.get(dayNumber(day) - dayNumber(today))
  if (near !== undefined) return near
  const monthAndDay = `${two(day.month)}-${two(day.day)}`
  return day.year === today.year ? monthAndDay : `${day.year}-${monthAndDay}`
}

function hourAndMinute(civil: Civil): string {
  return `${two(civil.hour)}:${two(civil.minute)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
