import { civilOf, epochOfCivil } from '@yinuo/web-shared'

const TEXT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** The instant of `2026-03-03T10:00` (as `datetime-local` gives it) on the organisation's clock; null when it is none. */
export function instantOfCivil(text: string, zone: string): string | null {
  const match = TEXT.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  return new Date(epochOfCivil({ year, month, day, hour, minute }, zone)).toISOString()
}

/** `2026-03-03T10:00` for a `datetime-local` field, in the organisation's zone. */
export function civilText(epochMs: number, zone: string): string {
  const civil = civilOf(epochMs, zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${String(civil.year).padStart(4, '0')}-${two(civil.month)}-${two(civil.day)}`
  return `${date}T${two(civil.hour)}:${two(civil.minute)}`
}
