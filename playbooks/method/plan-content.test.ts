import { alternativesInOrder, planClass } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { LUB } from './life.ts'
import { unmetLines } from './refused.ts'
import { form, PLAN, walkedTo } from './way.ts'

const ready = () => walkedTo('considered')
const submit = (plan: typeof PLAN) => ({ type: 'submit-plan', plan }) as const

test('NEG-14 the program says what a plan makes of it: what the business kept earns against the cost', () => {
  // 10 % of 8,600.00 is exactly the cost; within 20 % of it is even.
  const cases = [
    [86_000, 860_000, 'even'],
    [86_000, 1_032_000, 'even'],
    [86_000, 1_032_001, 'earns'],
    [86_000, 688_000, 'even'],
    [86_000, 687_999, 'small-loss'],
    [0, 0, 'even'],
    [0, 1, 'earns'],
    [1, 0, 'small-loss'],
  ] as const
  for (const [costFen, keptFen, expected] of cases)
    expect(planClass({ costFen, keptFen }, LUB)).toBe(expected)
  expect(planClass({ costFen: null, keptFen: 1 }, LUB)).toBeNull()
})

test('SYS-14 NEG-14 money is compared in whole fen, however large', () => {
  const costFen = 10_000_000_000
  expect(planClass({ costFen, keptFen: 120_000_000_000 }, LUB)).toBe('even')
  expect(planClass({ costFen, keptFen: 120_000_000_001 }, LUB)).toBe('earns')
})

test('NEG-14 a plan without the business it keeps does not go to the leader', () => {
  expect(unmetLines(ready().try('陈志强', submit({ ...PLAN, keptFen: null })))).toEqual([
    'NEG-14 plan-content keptFen',
  ])
})

test('NEG-14 the other ways stand before the leader as 赚钱, 不亏, 少亏, the cheaper first among equals', () => {
  const alternatives = [
    { what: '换货', costFen: 200_000, keptFen: 860_000 },
    { what: '只道歉', costFen: 0, keptFen: 100_000 },
    { what: '赠一桶', costFen: 43_000, keptFen: 430_000 },
    { what: '打折', costFen: 30_000, keptFen: 860_000 },
  ]
  expect(
    alternativesInOrder({ alternatives }, LUB).map((one) => `${one.class} ${one.what}`),
  ).toEqual(['earns 只道歉', 'earns 打折', 'even 赠一桶', 'small-loss 换货'])
})

test('NEG-08 a gift, a visit or an invitation names who, which day and where before it is proposed', () => {
  const invitation = { ...PLAN.remedies[0], remedy: 'invite-visit', amountFen: 0 }
  const plan = { ...PLAN, remedies: [invitation as (typeof PLAN.remedies)[number]] }
  expect(unmetLines(ready().try('陈志强', submit(plan)))).toEqual([
    'NEG-08 remedy-detail remedies.0.who, remedy-detail remedies.0.on, remedy-detail remedies.0.place',
  ])
  const complete = { who: '罗经理', on: '2026-03-06', place: '公交一车间' }
  const full = { ...plan, remedies: plan.remedies.map((line) => ({ ...line, ...complete })) }
  ready().do('陈志强', submit(full))
})

test('NEG-07 NEG-08 NEG-09 every remedy the seed names is in the catalogue, material and immaterial together in one plan', () => {
  const keys = LUB.remedies.map((remedy) => remedy.key)
  for (const key of ['replacement', 'return', 'gift-oil', 'apology']) expect(keys).toContain(key)
  for (const key of ['condolence', 'small-gift', 'invite-visit', 'invite-seminar', 'reward'])
    expect(LUB.remedies.find((remedy) => remedy.key === key)?.asks).not.toEqual([])
  for (const key of ['discount', 'free-gift', 'reputation', 'personal-care'])
    expect(keys).toContain(key)
  const kinds = PLAN.remedies.map(
    (line) => LUB.remedies.find((remedy) => remedy.key === line.remedy)?.kind,
  )
  expect(new Set(kinds)).toEqual(new Set(['material', 'immaterial']))
})

test('NEG-03 where the company is at fault, less than 从优 needs its reason', () => {
  const ordinary = { ...PLAN, level: 'ordinary' } as const
  expect(unmetLines(ready().try('陈志强', submit(ordinary)))).toEqual([
    'NEG-03 plan-content levelReason ← after-sales',
  ])
  ready().do('陈志强', submit({ ...ordinary, levelReason: '客户只要一桶' }))
  const weighed = form('negotiation')
  const shared = { ...weighed, values: { ...weighed.values, fault: 'shared' } }
  ready().do('陈志强', shared).do('陈志强', submit(ordinary))
})
