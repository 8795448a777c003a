import { describe, expect, test } from 'vitest'
import { clockState, type ClockTimes } from './clock-state.ts'

const clock: ClockTimes = {
  openedAt: '2026-03-02T01:00:00Z',
  dueAt: '2026-03-02T01:30:00Z',
  warnAt: '2026-03-02T01:20:00Z',
  outcome: 'open',
  metAt: null,
}

describe('a clock has one of five states (CLK-21)', () => {
  test('calm until the warning of the playbook, soon from then, late after the due time', () => {
    expect(clockState(clock, '2026-03-02T01:19:59Z').state).toBe('calm')
    expect(clockState(clock, '2026-03-02T01:20:00Z').state).toBe('soon')
    expect(clockState(clock, '2026-03-02T01:30:00Z').state).toBe('soon')
    expect(clockState(clock, '2026-03-02T01:30:01Z')).toMatchObject({
      state: 'late',
      leftMs: -1000,
      fuse: 1,
    })
  })

  test('without a warning it stays calm to the end', () => {
    expect(clockState({ ...clock, warnAt: null }, '2026-03-02T01:29:59Z').state).toBe('calm')
  })

  test('met in time it is done and says how long it took, whatever the time is now', () => {
    const met = { ...clock, outcome: 'met', metAt: '2026-03-02T01:05:00Z' } as const
    expect(clockState(met, '2026-03-09T00:00:00Z')).toMatchObject({
      state: 'done',
      word: 'done',
      usedMs: 300_000,
    })
  })

  test('met late it stays late for ever: a miss is never erased', () => {
    const met = { ...clock, outcome: 'met-late', metAt: '2026-03-02T01:33:00Z' } as const
    expect(clockState(met, '2026-03-09T00:00:00Z')).toMatchObject({
      state: 'done',
      word: 'done-late',
      leftMs: -180_000,
    })
  })

  test('a broken promise is late', () => {
    expect(clockState({ ...clock, outcome: 'broken' }, '2026-03-02T01:42:00Z').state).toBe('late')
  })

  test('a pause holds the figure', () => {
    const paused = { ...clock, pausedAt: '2026-03-02T01:10:00Z' }
    expect(clockState(paused, '2026-03-02T01:29:00Z')).toMatchObject({
      state: 'paused',
      leftMs: 1_200_000,
    })
  })

  test('a window that has not opened has no fuse', () => {
    expect(clockState(clock, '2026-03-02T00:59:00Z')).toMatchObject({ word: 'opens', fuse: null })
  })
})
