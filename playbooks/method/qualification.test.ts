import {
  assessmentGates,
  grantGates,
  lapsedItems,
  mayVisit,
  missingItems,
  type Person,
  type Qualification,
  visitGates,
} from '@yinuo/domain'
import { expect, test } from 'vitest'
import { LUB, MONDAY_9 } from './life.ts'
import { unmetLine } from './refused.ts'
import { staff } from './staff.ts'

const MONDAY = { today: '2026-03-02', zone: 'Asia/Shanghai' }
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
  const [gate] = grantGates('after-sales', {}, LUB, MONDAY)
  expect(gate?.missing.map(({ field }) => field)).toEqual(MUST)
  expect(gate?.who).toEqual([{ post: 'leader' }])
  const { years: _, ...rest } = complete
  const failed = { ...rest, years: { ...entry, value: 3, result: 'failed' as const } }
  expect(grantGates('after-sales', failed, LUB, MONDAY).map(unmetLine)).toEqual([
    'STF-01 qualification years ← leader',
  ])
})

test('STF-01 every must-item fulfilled or waived by a leader grants the post; what is only wished for does not matter', () => {
  expect(grantGates('after-sales', complete, LUB, MONDAY)).toEqual([])
  const waived = { ...complete, years: { ...entry, result: 'waived' as const, reason: '技师出身' } }
  expect(grantGates('after-sales', waived, LUB, MONDAY)).toEqual([])
  expect(missingItems(complete, LUB, MONDAY)).toEqual([])
})

test('STF-01 posts that ask for no record are granted without one', () => {
  for (const post of Object.keys(LUB.posts).filter((key) => key !== 'after-sales'))
    expect(grantGates(post, {}, LUB, MONDAY)).toEqual([])
})

test('STF-03 to STF-07, STF-10: every item of A21 stands in the record', () => {
  const labels = LUB.qualification.map(({ label }) => label)
  for (const part of [
    '行业经验',
    '技术工作或销售工作',
    '市场情况',
    '客户需求',
    '企业运营和服务渠道',
    '本科以上',
    '个人修养',
    '产品知识',
    '机械、装置、设备',
    '沟通',
    '口头表达',
    '礼貌',
    '用词',
    '处理人际关系',
    '第一印象',
    '现场适应能力',
    '热情',
    '主动',
    '及时',
    '不计个人得失',
    '敬业',
  ])
    expect(labels.filter((label) => label.startsWith(part) || label.includes(part))).toHaveLength(1)
})

test('STF-03 years of technical or sales work are preferred, not asked for, and are a number', () => {
  expect(MUST).not.toContain('technicalOrSales')
  const years = (value: number | string | null) =>
    assessmentGates('technicalOrSales', 'fulfilled', value, LUB).map(unmetLine)
  expect(years('几年')).toEqual(['STF-03 years technicalOrSales ← leader'])
  expect(years(0)).toEqual([])
  expect(years(3)).toEqual([])
})

test('STF-06 knowledge counts as fulfilled with the result of a test, not without', () => {
  for (const item of ['productKnowledge', 'equipmentKnowledge']) {
    for (const none of [null, '', '  '])
      expect(assessmentGates(item, 'fulfilled', none, LUB).map(unmetLine)).toEqual([
        `STF-06 test-result ${item} ← leader`,
      ])
    for (const result of ['笔试92分', 92])
      expect(assessmentGates(item, 'fulfilled', result, LUB)).toEqual([])
    expect(assessmentGates(item, 'failed', null, LUB)).toEqual([])
  }
})

test('STF-10 attitude counts for twelve months by the organisation’s calendar, then it is missing again', () => {
  const on = (today: string) => ({ today, zone: 'Asia/Shanghai' })
  const attitude = ['热情', '主动', '及时', '不计个人得失', '敬业']
  const lapsed = (today: string, record: Qualification = complete) =>
    lapsedItems(record, LUB, on(today)).map(({ label }) => label)
  expect(lapsed('2027-03-01')).toEqual([])
  expect(lapsed('2027-03-02')).toEqual(attitude)
  expect(missingItems(complete, LUB, on('2027-03-01'))).toEqual([])
  expect(missingItems(complete, LUB, on('2027-03-02')).map(({ label }) => label)).toEqual(attitude)
  expect(grantGates('after-sales', complete, LUB, on('2027-03-02'))).toHaveLength(1)
  // 02-29 has no anniversary in a common year; an evening in UTC is the next day in Shanghai.
  const leapDay = {
    ...complete,
    warm: { ...entry, result: 'fulfilled' as const, at: '2028-02-28T17:00:00Z' },
  }
  expect(lapsed('2029-02-27', { warm: leapDay.warm })).toEqual([])
  expect(lapsed('2029-02-28', { warm: leapDay.warm })).toEqual(['热情'])
})

test('STF-08 only who is assessed for 现场适应能力 may be sent to a site, and a leader; others are named instead', () => {
  const people = staff({ 吴敏: { fulfils: [] } })
  const staffing = { people, playbook: LUB, today: '2026-03-02' }
  const named = (name: string): Person => {
    const person = people.get(name)
    if (person === undefined) throw new Error(`nobody is called ${name}`)
    return person
  }
  const may = (name: string) => mayVisit(named(name), staffing)
  expect(['陈志强', '吴敏', '刘芳', '周建国'].map(may)).toEqual([true, false, false, true])
  const [gate] = visitGates(named('吴敏'), staffing, { field: 'owner' })
  expect(gate).toMatchObject({
    rule: 'STF-08',
    strength: 'must',
    missing: [{ code: 'visit-qualification', detail: '吴敏：现场适应能力' }],
  })
  expect(gate?.who).toContainEqual({ user: '陈志强' })
  expect(visitGates(named('陈志强'), staffing, { field: 'owner' })).toEqual([])
})
