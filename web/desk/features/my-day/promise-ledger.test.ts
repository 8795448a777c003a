import { describe, expect, it } from 'vitest'
import { type LedgerEntry, readLedger } from './promise-ledger.ts'

const NOW = Date.parse('2026-03-03T09:42:00+08:00')

function entries(...outcomes: readonly LedgerEntry['outcome'][]): readonly LedgerEntry[] {
  return outcomes.map((outcome, index) => ({
    id: String(index),
    outcome,
    content: '',
    dueAt: '2026-03-02T10:00:00+08:00',
  }))
}

describe('the promise ledger', () => {
  it('31 kept, 2 rescheduled in time and 2 broken are 94.3 per cent of 35', () => {
    const ledger = readLedger(
      entries(...Array<'met'>(31).fill('met'), 'rescheduled', 'rescheduled', 'broken', 'met-late'),
      NOW,
    )
    expect(ledger.counts).toEqual({ kept: 31, rescheduled: 2, broken: 2 })
    expect(ledger.percent?.toFixed(1)).toBe('94.3')
  })

  it('a promise kept late is broken: a miss is never erased (CLK-21)', () => {
    expect(readLedger(entries('met-late'), NOW).counts.broken).toBe(1)
  })

  it('an open promise past its time is broken before the worker says so; one not yet due is only counted', () => {
    const open = {
      id: 'x',
      outcome: 'open',
      content: '',
      dueAt: '2026-03-03T09:43:00+08:00',
    } as const
    const ledger = readLedger([...entries('open'), open], NOW)
    expect(ledger.counts.broken).toBe(1)
    expect(ledger.notYetDue).toBe(1)
    expect(ledger.cells).toHaveLength(1)
  })

  it('without any promise due there is no percentage', () => {
    expect(readLedger(entries('void'), NOW).percent).toBeNull()
  })
})
