import type { CommitmentView } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { openPromises, promiseCells } from './promise-cells.ts'

const NOW = Date.parse('2026-03-03T02:00:00Z')
const promise = (outcome: CommitmentView['outcome'], dueAt: string, kind = 'promise') =>
  ({ id: `${outcome} ${dueAt}`, outcome, dueAt, kind }) as CommitmentView

test('the ledger has one cell per promise due, in order; kept late and open past its time are broken (PRM-01)', () => {
  const cells = promiseCells(
    [
      promise('open', '2026-03-03T01:59:00Z'),
      promise('met', '2026-03-01T00:00:00Z'),
      promise('met-late', '2026-03-02T00:00:00Z'),
      promise('rescheduled', '2026-03-02T08:00:00Z'),
      promise('void', '2026-03-01T00:00:00Z'),
      promise('open', '2026-03-04T00:00:00Z'),
      promise('broken', '2026-03-01T00:00:00Z', 'deadline'),
    ],
    NOW,
  )
  expect(cells.map(({ cell }) => cell)).toEqual(['kept', 'broken', 'rescheduled', 'broken'])
})

test('promises to come stand beside the ledger, soonest first', () => {
  const open = openPromises(
    [
      promise('open', '2026-03-05T00:00:00Z'),
      promise('open', '2026-03-04T00:00:00Z'),
      promise('open', '2026-03-01T00:00:00Z'),
    ],
    NOW,
  )
  expect(open.map(({ dueAt }) => dueAt.slice(8, 10))).toEqual(['04', '05'])
})
