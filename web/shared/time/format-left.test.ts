import { describe, expect, test } from 'vitest'
import { formatLeft, formatSpan } from './format-left.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('time left is said in at most two units (CLK-21)', () => {
  test.each([
    [1 * HOUR + 24 * MINUTE, '剩 1 时 24 分'],
    [-36 * MINUTE, '超 36 分'],
    [2 * DAY + 3 * HOUR, '剩 2 天 3 时'],
    [2 * DAY + 37 * MINUTE, '剩 2 天'],
    [-(3 * HOUR + 6 * MINUTE), '超 3 时 06 分'],
    [16 * HOUR, '剩 16 时'],
    [42_000, '剩 42 秒'],
    [0, '剩 0 秒'],
  ])('%i ms is %s', (ms, said) => {
    expect(formatLeft(ms)).toBe(said)
  })

  test('09:42:16 with 09:50 due leaves 8 minutes, 09:30 due is 12 minutes over', () => {
    expect(formatLeft(7 * MINUTE + 44_000)).toBe('剩 8 分')
    expect(formatLeft(-(12 * MINUTE + 16_000))).toBe('超 12 分')
  })

  test('59 minutes and a half round up to an hour, not to 60 minutes', () => {
    expect(formatLeft(59 * MINUTE + 30_000)).toBe('剩 1 时')
  })

  test('seconds are shown where they are asked for', () => {
    expect(formatLeft(-(4 * MINUTE + 20_000), true)).toBe('超 4 分 20 秒')
    expect(formatSpan(5 * MINUTE, true)).toBe('5 分')
  })

  test('another language brings its own words', () => {
    const english = { left: 'left', over: 'over', day: 'd', hour: 'h', minute: 'min', second: 's' }
    expect(formatLeft(90 * MINUTE, false, english)).toBe('left 1 h 30 min')
  })
})
