import { describe, expect, test } from 'vitest'
import { EMPTY_PLAN, type PlanContent, type RemedyLine } from './plan-draft.ts'
import { changedParts, conflictingParts, rebasedPlan } from './plan-versions.ts'

const oil = (amountFen: number): RemedyLine => ({
  remedy: 'gift-oil',
  note: '',
  product: '15W-40',
  quantity: 2,
  unit: '桶',
  amountFen,
  who: '',
  on: '',
  place: '',
})
const base: PlanContent = {
  opinion: '先送两桶',
  remedies: [oil(80_000)],
  costFen: 80_000,
  keptFen: 500_000,
  alternatives: [],
  level: 'generous',
  levelReason: '',
}

describe('two windows write one plan: nothing is overwritten (SYS-08)', () => {
  test('different parts are put together without a question', () => {
    const mine = { ...base, opinion: '送两桶并派人' }
    const theirs: PlanContent = { ...base, keptFen: 900_000 }
    expect(conflictingParts(base, mine, theirs)).toEqual([])
    expect(rebasedPlan(base, mine, theirs)).toEqual({ ...mine, keptFen: 900_000 })
  })

  test('the same part waits for a choice; until then what was saved stands', () => {
    const mine = { ...base, opinion: '送两桶并派人' }
    const theirs = { ...base, opinion: '只送一桶' }
    expect(conflictingParts(base, mine, theirs)).toEqual(['opinion'])
    expect(rebasedPlan(base, mine, theirs).opinion).toBe('只送一桶')
    expect(rebasedPlan(base, mine, theirs, { opinion: 'mine' }).opinion).toBe('送两桶并派人')
  })

  test('lines and their cost are chosen together, so no cost ever belongs to other lines (APR-01)', () => {
    const mine = { ...base, remedies: [oil(90_000)], costFen: 90_000 }
    const theirs = { ...base, costFen: 85_000 }
    expect(conflictingParts(base, mine, theirs)).toEqual(['lines'])
    expect(rebasedPlan(base, mine, theirs, { lines: 'mine' })).toEqual(mine)
    expect(rebasedPlan(base, mine, theirs, { lines: 'theirs' })).toEqual(theirs)
  })

  test('the same change in both windows is no conflict', () => {
    const both = { ...base, opinion: '送两桶并派人' }
    expect(conflictingParts(base, both, { ...both })).toEqual([])
    expect(changedParts(EMPTY_PLAN, EMPTY_PLAN)).toEqual([])
  })
})
