import { describe, expect, test } from 'vitest'
import { formatDate, formatDue, formatLongDay, formatTime, formatWhen } from './format-due.ts'

const ZONE = 'Asia/Shanghai'
const NOW = '2026-03-02T01:36:20Z' // 09:36:20 in Changzhou

describe('due times are said as people say them', () => {
  test.each([
    ['2026-03-02T03:00:00Z', '今天 11:00'],
    ['2026-03-03T01:30:00Z', '明天 09:30'],
    ['2026-03-01T09:10:00Z', '昨天 17:10'],
    ['2026-03-04T02:14:00Z', '03-04 10:14'],
    ['2025-12-30T01:00:00Z', '2025-12-30 09:00'],
  ])('%s is %s', (instant, said) => {
    expect(formatDue(instant, NOW, ZONE)).toBe(said)
  })

  test('midnight as a limit belongs to the day that ends', () => {
    expect(formatDue('2026-03-02T16:00:00Z', NOW, ZONE)).toBe('今天 24:00')
    expect(formatWhen('2026-03-02T16:00:00Z', NOW, ZONE)).toBe('明天 00:00')
  })

  test('the zone of the organisation decides what is today', () => {
    expect(formatDue('2026-03-02T15:59:00Z', NOW, ZONE)).toBe('今天 23:59')
    expect(formatDue('2026-03-02T15:59:00Z', NOW, 'Asia/Tokyo')).toBe('明天 00:59')
  })

  test('dates, times and days', () => {
    expect(formatTime(NOW, ZONE)).toBe('09:36')
    expect(formatTime(NOW, ZONE, true)).toBe('09:36:20')
    expect(formatDate('2026-03-02T17:00:00Z', ZONE)).toBe('2026-03-03')
    expect(formatLongDay('2026-03-03T01:42:16Z', ZONE)).toBe('3 月 3 日 周二')
  })
})
