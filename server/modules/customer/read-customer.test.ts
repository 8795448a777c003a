import { expect, test } from 'vitest'
import type { CommitmentView } from '@yinuo/contract'
import { ledgerOf } from './read-customer.ts'

test('the ledger counts promises by mouth only; kept late is not kept (PRM-01)', () => {
  const promises = ['met', 'met', 'met-late', 'broken', 'rescheduled', 'open', 'void'].map(
    (outcome) => ({ kind: 'promise', outcome }) as CommitmentView,
  )
  const deadline = { kind: 'deadline', outcome: 'met' } as CommitmentView
  expect(ledgerOf([...promises, deadline])).toEqual({ kept: 2, rescheduled: 1, broken: 2, open: 1 })
})
