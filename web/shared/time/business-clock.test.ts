import { beforeEach, describe, expect, test, vi } from 'vitest'
import { businessNow, setBusinessNow } from './business-clock.ts'

const NINE = Date.parse('2026-03-02T01:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] })
  setBusinessNow(0, { frozen: true })
  setBusinessNow(NINE, { frozen: false })
})

describe('business time comes from the server alone (SYS-05)', () => {
  test('between two messages it runs on, whatever happens to the clock of the PC', () => {
    vi.advanceTimersByTime(5000)
    vi.setSystemTime(new Date('2031-01-01'))
    expect(businessNow()).toBe(NINE + 5000)
  })

  test('an answer that was long on its way does not turn the clock back', () => {
    vi.advanceTimersByTime(3000)
    setBusinessNow(NINE, { ageMs: 3000 })
    expect(businessNow()).toBe(NINE + 3000)
  })

  test('a demonstration clock that was moved is followed at once, and stands when it is stopped', () => {
    setBusinessNow('2026-03-03T01:00:00Z', { frozen: true })
    vi.advanceTimersByTime(60_000)
    expect(businessNow()).toBe(NINE + 86_400_000)
    setBusinessNow('2026-03-03T01:00:00Z')
    vi.advanceTimersByTime(60_000)
    expect(businessNow()).toBe(NINE + 86_400_000)
  })
})
