import type { CommitmentView } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { isRunning, stripOrder } from './strip-order.ts'

const clock = (
  label: string,
  dueAt: string,
  outcome: CommitmentView['outcome'] = 'open',
  metAt: string | null = null,
): CommitmentView => ({
  id: label,
  kind: 'deadline',
  label,
  rule: '',
  content: '',
  subject: { kind: 'complaint', id: '', number: '', title: '' },
  owner: null,
  toWhom: '',
  openedAt: '2026-03-02T01:00:00Z',
  dueAt,
  warnAt: null,
  outcome,
  metAt,
  missedAt: null,
  explanations: [],
  mayKeep: false,
  mayExplain: false,
})

test('what runs stands first, soonest first; a broken promise runs until it is kept; then what is done (CLK-21)', () => {
  const order = stripOrder([
    clock('void', '2026-03-01T00:00:00Z', 'void'),
    clock('met early', '2026-03-02T03:00:00Z', 'met', '2026-03-02T02:00:00Z'),
    clock('later', '2026-03-04T00:00:00Z'),
    clock('met last', '2026-03-02T03:00:00Z', 'met-late', '2026-03-02T05:00:00Z'),
    clock('broken', '2026-03-02T02:00:00Z', 'broken'),
    clock('soon', '2026-03-02T09:00:00Z'),
  ]).map((one) => one.label)
  expect(order).toEqual(['broken', 'soon', 'later', 'met last', 'met early', 'void'])
})

test('a broken promise that was kept after all runs no more', () => {
  expect(isRunning(clock('a', '2026-03-02T02:00:00Z', 'broken'))).toBe(true)
  expect(isRunning(clock('a', '2026-03-02T02:00:00Z', 'broken', '2026-03-02T05:00:00Z'))).toBe(
    false,
  )
})
