import { expect, test } from 'vitest'
import { civilOf, epochOfCivil } from './civil.ts'

const at = (text: string, zone: string): string => {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number)
  if (minute === undefined) throw new Error(text)
  return new Date(epochOfCivil({ year, month, day, hour, minute } as never, zone)).toISOString()
}

test('a date and time as typed means the wall clock of the organisation', () => {
  expect(at('2026-03-03 10:00', 'Asia/Shanghai')).toBe('2026-03-03T02:00:00.000Z')
  expect(at('2026-03-03 10:00', 'America/New_York')).toBe('2026-03-03T15:00:00.000Z')
})

test('days on which the clocks change are no exception', () => {
  expect(at('2026-03-29 01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z')
  expect(at('2026-03-29 03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(at('2026-03-29 02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(at('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  expect(at('2026-10-25 03:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000Z')
})

test('a wall clock knows its weekday', () => {
  expect(civilOf(Date.parse('2026-03-02T16:30:00Z'), 'Asia/Shanghai')).toMatchObject({
    day: 3,
    hour: 0,
    weekday: 2,
  })
})
