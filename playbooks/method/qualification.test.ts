import { assessmentGates, grantGates, missingItems, type Qualification } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { LUB, MONDAY_9 } from './life.ts'
import { unmetLine } from './refused.ts'

const entry = { value: null, by: '钱程', at: MONDAY_9, reason: '' }
const MUST = LUB.qualification.filter((item) => item.must).map((item) => item.key)
const complete: Qualification = Object.fromEntries(
  MUST.map((key) => [key, { ...entry, result: 'fulfilled' as const }]),
)

test('STF-02 S01 line 3: 王小明 with three years is not entered as fulfilled, 陈志强 with seven is', () => {
  const years = (value: number | string | null) =>
    assessmentGates('years', 'fulfilled', value, LUB).map(unmetLine)
  for (const few of [3, 4.9, -7, null, '7', ''])
    expect(years(few)).toEqual(['STF-02 minimum years ← leader'])
  expect(years(5)).toEqual([])
  expect(years(7)).toEqual([])
  expect(assessmentGates('years', 'failed', 3, LUB)).toEqual([])
  expect(assessmentGates('years', 'waived', 3, LUB)).toEqual([])
})

test('STF-01 S01 line 3: without a fulfilled record nobody is made after-sales, and every item is named at once', () => {
  const [gate] = grantGates('after-sales', {}, LUB)
  expect(gate?.missing.map(({ field }) => field)).toEqual(MUST)
  expect(gate?.who).toEqual([{ post: 'leader' }])
  const { years: _, ...rest } = complete
  const failed = { ...rest, years: { ...entry, value: 3, result: 'failed' as const } }
  expect(grantGates('after-sales', failed, LUB).map(unmetLine)).toEqual([
    'STF-01 qualification years ← leader',
  ])
})

test('STF-01 every must-item fulfilled or waived by a leader grants the post; what is only wished for does not matter', () => {
  expect(grantGates('after-sales', complete, LUB)).toEqual([])
  const waived = { ...complete, years: { ...entry, result: 'waived' as const, reason: '技师出身' } }
  expect(grantGates('after-sales', waived, LUB)).toEqual([])
  expect(missingItems(complete, LUB)).toEqual([])
})

test('STF-01 posts that ask for no record are granted without one', () => {
  for (const post of Object.keys(LUB.posts).filter((key) => key !== 'after-sales'))
    expect(grantGates(post, {}, LUB)).toEqual([])
})
