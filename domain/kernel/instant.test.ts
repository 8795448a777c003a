import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, before, civilDate, endOfDay, isBefore, millisecondsBetween } from './instant.ts'

const SHANGHAI = 'Asia/Shanghai'

test('a day of policy is 24 hours, also where the clocks are changed', () => {
  expect(after('2026-03-02T01:00:00Z', 'P1D')).toBe('2026-03-03T01:00:00Z')
  // Night of the change to summer time in Berlin: 24 hours, not "the same time tomorrow".
  expect(after('2026-03-28T11:00:00Z', 'P1D')).toBe('2026-03-29T11:00:00Z')
  expect(after('2026-03-02T01:00:00Z', 'P3DT4H30M')).toBe('2026-03-05T05:30:00Z')
  expect(after('2026-03-02T01:00:00+08:00', 'PT0S')).toBe('2026-03-01T17:00:00Z')
})

test('before undoes after', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
      const start = '2026-03-02T01:00:00.123Z'
      expect(before(after(start, `PT${seconds}S`), `PT${seconds}S`)).toBe(start)
    }),
  )
})

test('CLK-07 the day ends at the midnight of the place, one millisecond after 23:59:59.999', () => {
  expect(endOfDay('2026-03-02T01:00:00Z', SHANGHAI)).toBe('2026-03-02T16:00:00Z')
  expect(endOfDay('2026-03-02T15:59:59.999Z', SHANGHAI)).toBe('2026-03-02T16:00:00Z')
  expect(endOfDay('2026-03-02T16:00:00Z', SHANGHAI)).toBe('2026-03-03T16:00:00Z')
  expect(endOfDay('2026-03-02T01:00:00Z', SHANGHAI, 2)).toBe('2026-03-04T16:00:00Z')
})

test('CLK-07 a day of 23 or 25 hours ends at its own midnight', () => {
  expect(endOfDay('2026-03-29T00:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T22:00:00Z')
  expect(endOfDay('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00Z')
  // São Paulo 2018: the midnight that would end 3 November does not exist; the day ends when the next begins, at 01:00.
  expect(endOfDay('2018-11-03T15:00:00Z', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z')
  expect(endOfDay('2018-11-04T15:00:00Z', 'America/Sao_Paulo')).toBe('2018-11-05T02:00:00Z')
  // China's own summer time of 1991.
  expect(endOfDay('1991-04-14T04:00:00Z', SHANGHAI)).toBe('1991-04-14T15:00:00Z')
})

test('CLK-07 the end of the day lies after the instant, within 25 hours, and begins the next civil day', () => {
  const zones = fc.constantFrom(SHANGHAI, 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu')
  const instants = fc.integer({ min: 0, max: 2_000_000_000 }).map((second) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(second * 1000 + 999)
    return instant.toString()
  })
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const end = endOfDay(instant, zone)
      expect(isBefore(instant, end)).toBe(true)
      expect(millisecondsBetween(instant, end)).toBeLessThanOrEqual(25 * 3_600_000)
      expect(civilDate(end, zone)).toBe(
        Temporal.PlainDate.from(civilDate(instant, zone)).add({ days: 1 }).toString(),
      )
      expect(civilDate(before(end, 'PT0.001S'), zone)).toBe(civilDate(instant, zone))
    }),
  )
})

test('two writings of one instant are neither before the other', () => {
  expect(isBefore('2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z')).toBe(false)
  expect(millisecondsBetween('2026-03-02T09:00:00+08:00', '2026-03-02T00:59:59Z')).toBe(-1000)
})
