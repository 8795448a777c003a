import { expect, test } from 'vitest'
import { nameOf, placeOf, restOf } from './waiting-approval.ts'

test('APR-02: what was decided leaves the list and the next one takes its place', () => {
  const list = ['a', 'b', 'c'].map((complaintId) => ({
    complaintId,
    kind: 'plan' as const,
    record: null,
  }))
  expect(placeOf(list, { id: 'b:plan', index: 1 })).toBe(1)
  expect(placeOf(list.slice(0, 2), { id: 'gone', index: 1 })).toBe(1)
  expect(placeOf(list.slice(0, 1), { id: 'gone', index: 2 })).toBe(0)
  expect(placeOf([], { id: 'gone', index: 0 })).toBe(0)
})

test('APR-01: the lines a leader sees add up to the amount he agrees to', () => {
  const remedies = [{ amountFen: 80_000 }, { amountFen: 0 }]
  expect(restOf({ costFen: 86_000, remedies })).toBe(6_000)
  expect(restOf({ costFen: null, remedies })).toBe(0)
})

test('INV-17: two demands on one case are two questions', () => {
  const demand = (entry: number) =>
    nameOf({ complaintId: 'a', kind: 'record', record: { kind: 'other-demand', entry } })
  expect(demand(0)).not.toBe(demand(1))
})
