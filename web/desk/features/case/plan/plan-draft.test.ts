import { describe, expect, test } from 'vitest'
import {
  costOf,
  EMPTY_PLAN,
  lineFor,
  planSummary,
  type RemedyLine,
  withLines,
} from './plan-draft.ts'

const line = (remedy: string, amountFen: number, more: Partial<RemedyLine> = {}): RemedyLine => ({
  remedy,
  note: '',
  product: '',
  quantity: 1,
  unit: '',
  amountFen,
  who: '',
  on: '',
  place: '',
  ...more,
})

describe('the cost of a plan (APR-01)', () => {
  test('follows the lines until somebody sets it', () => {
    const followed = withLines(EMPTY_PLAN, [line('gift-oil', 80_000), line('small-gift', 6000)])
    expect(followed.costFen).toBe(86_000)
    const set = { ...followed, costFen: 90_000 }
    expect(withLines(set, [...set.remedies, line('apology', 0)]).costFen).toBe(90_000)
  })

  test('a plan without lines has no cost yet, and the button shows 0', () => {
    const emptied = withLines(withLines(EMPTY_PLAN, [line('gift-oil', 100)]), [])
    expect(emptied.costFen).toBeNull()
    expect(costOf(emptied)).toBe(0)
  })
})

test('a new line of an immaterial remedy is counted in times', () => {
  expect(
    lineFor({ key: 'apology', label: '道歉', kind: 'immaterial', asks: [], task: null }).unit,
  ).toBe('次')
})

test('the plan in one line: counted things with their unit, an apology without; many are counted', () => {
  const summary = (lines: readonly RemedyLine[]): string =>
    planSummary(
      { ...EMPTY_PLAN, remedies: [...lines] },
      (key) => key,
      (count) => `等 ${count} 项`,
    )
  expect(
    summary([
      line('油', 80_000, { quantity: 2, unit: '桶' }),
      line('礼', 6000),
      line('道歉', 0, { unit: '次' }),
    ]),
  ).toBe('油 2 桶，礼 ×1，道歉')
  expect(summary(Array.from({ length: 30 }, () => line('油', 0)))).toBe(
    '油，油，油，油，油等 30 项',
  )
})
