import { options } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, LUB, march } from './life.ts'
import { unmetLines } from './refused.ts'
import { form, PLAN, record, walkedTo } from './way.ts'

const ROUND = record('negotiation-round')
const FIVE =
  'NEG-01 field trade, field future, field reputation, field demand, field demandText, field fault ← after-sales'

test('NEG-01 S01 line 7: before a–e no talk about the solution is opened and no compensation proposed', () => {
  const life = walkedTo('negotiating')
  expect(unmetLines(life.try('陈志强', ROUND))).toEqual([FIVE])
  for (const type of ['save-plan', 'submit-plan'] as const)
    expect(unmetLines(life.try('陈志强', { type, plan: PLAN }))).toContain(FIVE)
  const weighed = form('negotiation')
  for (const key of ['trade', 'future', 'reputation', 'demand', 'fault']) {
    life.do('陈志强', { ...weighed, values: { ...weighed.values, [key]: '' } })
    expect(unmetLines(life.try('陈志强', ROUND))).toEqual([`NEG-01 field ${key} ← after-sales`])
  }
  life.do('陈志强', weighed).do('陈志强', ROUND)
})

test('NEG-02 ROLE-06 at the customer’s place one negotiates only with a clear opinion of somebody else', () => {
  const life = walkedTo('considered')
  const onSite = { ...ROUND, values: { ...ROUND.values, means: 'visit' } }
  const missing = ['NEG-02 record 请教同行 ← after-sales']
  const opinion = (colleague: string, clear: boolean) =>
    life.do('陈志强', {
      type: 'add-record',
      kind: 'consultation',
      values: { colleague, opinion: '赔油', clear },
    })
  expect(unmetLines(life.try('陈志强', onSite))).toEqual(missing)
  opinion('吴敏', false)
  opinion('陈志强', true)
  expect(unmetLines(life.try('陈志强', onSite))).toEqual(missing)
  opinion('周建国', true)
  life.do('陈志强', onSite)
})

test('NEG-16 each round keeps what we said, the customer’s words, how he took it and the point', () => {
  const life = walkedTo('considered').do('陈志强', ROUND, march(2, '11:10'))
  const second = { ...ROUND, values: { ...ROUND.values, point: '两桶，今天发' } }
  life.do('陈志强', second, march(2, '14:00'))
  expect(life.state.records['negotiation-round']?.map(({ at, values }) => [at, values])).toEqual([
    [march(2, '11:10'), ROUND.values],
    [march(2, '14:00'), second.values],
  ])
  const half = { ...ROUND, values: { means: 'phone', ours: '负责到底' } }
  expect(unmetLines(life.try('陈志强', half))).toEqual([
    'NEG-16 field theirs, field reaction, field point',
  ])
})

test('GDE-01 first the mood, then the matter: no proposal before he was calmed, unless a reason is given', () => {
  const life = walkedTo('considered')
  life.state = { ...life.state, records: { ...life.state.records, calming: [] } }
  const missing = ['GDE-01 record 安抚客户 ← after-sales']
  expect(unmetLines(life.try('陈志强', { type: 'save-plan', plan: PLAN }))).toEqual(missing)
  expect(unmetLines(life.try('陈志强', { type: 'submit-plan', plan: PLAN }))).toEqual(missing)
  life.do('陈志强', { type: 'save-plan', plan: PLAN, skip: { 'GDE-01': '客户一直平静' } })
  // Said once, it is not asked again; it stays on the case.
  life.do('陈志强', { type: 'submit-plan', plan: PLAN })
  expect(life.state.debts.map(({ rule }) => rule)).toEqual(['GDE-01'])
  const { moodAfter: _, ...before } = record('calming').values
  const half = { type: 'add-record', kind: 'calming', values: before } as const
  expect(unmetLines(walkedTo('considered').try('陈志强', half))).toEqual(['GDE-01 field moodAfter'])
})

test('GDE-07 nothing is offered before the apology', () => {
  const life = walkedTo('considered')
  life.state = { ...life.state, records: { ...life.state.records, apology: [] } }
  const skip = { 'GDE-07': '没空' }
  expect(unmetLines(life.try('陈志强', { type: 'submit-plan', plan: PLAN, skip }))).toEqual([
    'GDE-07 record 道歉 ← after-sales',
  ])
})

test('GDE-08 who is at fault is written in one place and on no paper for the customer', () => {
  const places = Object.entries(LUB.forms).flatMap(([key, { fields }]) =>
    fields.filter((field) => field.choices === 'fault').map((field) => `${key}.${field.key}`),
  )
  expect(places).toEqual(['negotiation.fault'])
  const life = walkedTo('agreement drafted')
  const drafted = life.history.find(({ type }) => type === 'agreement-drafted')
  const text = JSON.stringify(drafted?.data)
  for (const key of ['fault', 'faultNote', 'judgement']) expect(text).not.toContain(`"${key}"`)
  const told = Object.values(LUB.records).flatMap(({ fields }) =>
    fields.filter((field) => field.toCustomer === true),
  )
  expect(told.some((field) => field.choices === 'fault')).toBe(false)
})

test('GDE-03 GDE-05 the seven points and the three rules stand beside the negotiation; the self-check is advice and never in the way', () => {
  expect(LUB.cards['seven-points']?.points.map(({ text }) => text)).toEqual([
    '耐心一点',
    '态度好一点',
    '动作快一点',
    '语言得体一点',
    '补偿多一点',
    '层次高一点',
    '方式多一点',
  ])
  for (const card of ['seven-points', 'three-rules'])
    expect(LUB.cards[card]?.steps).toContain('negotiation')
  const life = walkedTo('satisfied')
  const close = () =>
    options(life.state, contextOf('陈志强', life.now, life.people)).find(
      ({ action }) => action === 'close',
    )
  expect(close()).toMatchObject({ allowed: true, unmet: [] })
  expect(close()?.advice.map(({ rule, missing }) => [rule, missing.length])).toEqual([
    ['GDE-03', 7],
  ])
  life.do('陈志强', form('self-check'))
  expect(close()?.advice).toEqual([])
  life.do('陈志强', { type: 'close', clean: true })
})
