import { expect, test } from 'vitest'
import { suggestedTimes } from '../suggested-times.ts'
import { civilText, instantOfCivil } from './civil-instant.ts'

const ZONE = 'Asia/Shanghai'

test('a typed time is read on the organisation’s clock and shown on it again (PRM-01)', () => {
  expect(instantOfCivil('2026-03-03T10:00', ZONE)).toBe('2026-03-03T02:00:00.000Z')
  expect(civilText(Date.parse('2026-03-03T02:00:00Z'), ZONE)).toBe('2026-03-03T10:00')
  expect(instantOfCivil('2026-03-03T10:00', 'Asia/Tokyo')).toBe('2026-03-03T01:00:00.000Z')
})

test('what is no date with an hour is nothing', () => {
  for (const text of ['', '2026-03-03', '上午', '2026-03-03T10'])
    expect(instantOfCivil(text, ZONE)).toBeNull()
})

test('the usual promises: in an hour on the quarter, today 17:00, tomorrow 10:00 and 16:00', () => {
  const at = (text: string): number => Date.parse(instantOfCivil(text, ZONE) ?? '')
  const shown = (now: string): readonly string[] =>
    suggestedTimes(at(now), ZONE).map((instant) => civilText(Date.parse(instant), ZONE))
  expect(shown('2026-03-02T09:36')).toEqual([
    '2026-03-02T10:45',
    '2026-03-02T17:00',
    '2026-03-03T10:00',
    '2026-03-03T16:00',
  ])
  expect(shown('2026-03-02T16:30')).toEqual([
    '2026-03-02T17:30',
    '2026-03-03T10:00',
    '2026-03-03T16:00',
  ])
})
