import { civilText, instantOfCivil } from './form/civil-instant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const QUARTER = HOUR / 4

/** What one usually promises: in an hour (on the quarter), today 17:00 while it is ahead, tomorrow 10:00 and 16:00. */
export function suggestedTimes(now: number, zone: string): readonly string[] {
  const today = civilText(now, zone).slice(0, 10)
  const tomorrow = civilText(now + DAY, zone).slice(0, 10)
  const soon = new Date(Math.ceil((now + HOUR) / QUARTER) * QUARTER).toISOString()
  const fixed = [`${today}T17:00`, `${tomorrow}T10:00`, `${tomorrow}T16:00`].flatMap((text) => {
    const instant = instantOfCivil(text, zone)
    return instant === null || Date.parse(instant) <= Date.parse(soon) ? [] : [instant]
  })
  return [soon, ...fixed].slice(0, 4)
}
