/** A wall-clock moment in some zone. Months and days count from 1. */
export type Civil = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of `zone` (IANA name) at an instant in epoch milliseconds. Intl knows the zones; Temporal would cost a polyfill in Chrome 109. */
export function civilOf(epochMs: number, zone: string): Civil {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map((part) => [part.type, Number(part.value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const year = part('year')
  const month = part('month')
  const day = part('day')
  return {
    year,
    month,
    day,
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  }
}

/** Civil days since 1970-01-01, for counting whole days between two moments. */
export function dayNumber(civil: Civil): number {
  return Math.round(Date.UTC(civil.year, civil.month - 1, civil.day) / 86_400_000)
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** What a date and time field says; no zone of its own. */
export type CivilMinute = Pick<Civil, 'year' | 'month' | 'day' | 'hour' | 'minute'>

/**
 * The instant of a wall-clock minute in `zone`, in epoch milliseconds. In the hour that a summer time skips the clock is
 * read as if it had not been moved yet; in the doubled hour the first one is meant.
 */
export function epochOfCivil(civil: CivilMinute, zone: string): number {
  const asUtc = Date.UTC(civil.year, civil.month - 1, civil.day, civil.hour, civil.minute)
  const before = asUtc - offsetAt(asUtc - 86_400_000, zone)
  const after = asUtc - offsetAt(asUtc + 86_400_000, zone)
  const reads = (epoch: number): boolean => epoch + offsetAt(epoch, zone) === asUtc
  return reads(before) || !reads(after) ? before : after
}

/** How far the zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(epochMs: number, zone: string): number {
  const { year, month, day, hour, minute, second } = civilOf(epochMs, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000
}
