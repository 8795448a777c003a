import { expect, test } from 'vitest'
import { percentOf, readSpan } from './span.ts'

test('KPI-13 the span of days stands in the address; without one it is this month until today', () => {
  expect(readSpan({}, '2026-03-03')).toEqual({ from: '2026-03-01', until: '2026-03-03' })
  const asked = { from: '2026-01-01', until: '2026-01-31' }
  expect(readSpan(asked, '2026-03-03')).toEqual(asked)
  expect(readSpan({ from: '昨天', until: 3 }, '2026-03-03').from).toBe('2026-03-01')
})

test('KPI-13 of nothing received there is no share', () => {
  expect(percentOf(0, 0)).toBeNull()
  expect(percentOf(1, 3)).toBe(33)
  expect(percentOf(3, 3)).toBe(100)
})
