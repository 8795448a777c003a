import {
  after,
  type Commitment,
  explainMiss,
  isRefusal,
  keepPromise,
  makePromise,
  nextFireAt,
  type PromiseCommand,
  stagesOf,
} from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life, march } from './life.ts'
import { unmetLine } from './refused.ts'
import { form, walkedTo } from './way.ts'

const COMMAND: PromiseCommand = {
  id: 'promise',
  content: '明天10点派人到',
  toWhom: '罗经理',
  dueAt: march(3, '10:00'),
  source: 'call',
  owner: '陈志强',
  about: 'visit',
  spoken: false,
}

function promised(life: Life, changes: Partial<PromiseCommand> = {}, by = '陈志强') {
  const context = contextOf(by, life.now, life.people)
  return makePromise({ ...COMMAND, ...changes }, life.state, '鑫源', context)
}

function withPromise(changes: Partial<PromiseCommand> = {}): Life {
  const life = walkedTo('finding out')
  const outcome = promised(life, changes)
  if (isRefusal(outcome)) throw new Error('refused')
  for (const event of outcome.commitment) life.move('promise', event)
  return life
}

function kept(life: Life, by: string, at: string) {
  const context = contextOf(by, at, life.people)
  return keepPromise(life.commitment('promise'), life.state.owner, '到了', context)
}

function keep(life: Life, at: string): Commitment {
  const outcome = kept(life, '陈志强', at)
  if (isRefusal(outcome)) throw new Error('refused')
  for (const event of outcome) life.move('promise', event, at)
  return life.commitment('promise')
}

const lines = (outcome: ReturnType<typeof keepPromise | typeof makePromise>) =>
  isRefusal(outcome) ? outcome.unmet.map(unmetLine) : []

test('PRM-01 a promise holds what, to whom, by whom, until when and where it was given', () => {
  expect(withPromise().commitment('promise')).toMatchObject({
    kind: 'promise',
    content: '明天10点派人到',
    toWhom: '罗经理',
    owner: '陈志强',
    source: 'call',
    dueAt: march(3, '10:00'),
    warnAt: march(3, '09:30'),
  })
})

test('PRM-02 without a date and time there is no promise, nor with one that has passed', () => {
  const life = walkedTo('finding out')
  expect(lines(promised(life, { dueAt: null }))).toEqual(['PRM-02 promise-time dueAt'])
  expect(lines(promised(life, { dueAt: life.now }))).toEqual(['PRM-01 promise-time-future dueAt'])
  expect(lines(promised(life, { dueAt: null, owner: '马超' }, '赵永'))).toEqual([
    'ROLE-22 post ← office-clerk, receptionist, salesperson, after-sales, leader',
    'PRM-01 accepting-person owner',
    'PRM-02 promise-time dueAt',
  ])
  expect(lines(promised(walkedTo('closed')))).toContain('SYS-28 not-closed')
})

test('PRM-01 of a promise given for soon a third of the time is left for the notice', () => {
  const life = withPromise({ dueAt: march(2, '09:40') })
  expect(life.commitment('promise').warnAt).toBe(march(2, '09:30'))
})

test('PRM-01 PRM-05 owner and superior are told of the miss at once, however the time was written', () => {
  const life = withPromise({ dueAt: '2026-03-03T10:00:00.000+08:00' })
  expect(life.commitment('promise').dueAt).toBe(march(3, '10:00'))
  expect(
    stagesOf(life.commitment('promise')).map(({ kind, to }) => [kind, ...to].join(' ')),
  ).toEqual(['warning owner', 'breach owner superior'])
})

test('PRM-01 who gave it or owns the case says it is kept, once', () => {
  const life = withPromise({ about: 'answer', owner: '刘芳' })
  expect(lines(kept(life, '吴敏', march(3, '09:00')))).toEqual(['PRM-01 other-person ← 刘芳'])
  expect(keep(life, march(3, '09:00'))).toMatchObject({ outcome: 'met', missedAt: null })
  expect(lines(kept(life, '刘芳', march(3, '09:01')))).toEqual(['PRM-01 promise-open'])
  const [clock] = life.clock('idle')
  const context = contextOf('陈志强', life.now, life.people)
  expect(clock === undefined ? [] : lines(keepPromise(clock, '陈志强', '', context))).toEqual([
    'PRM-01 promise-open',
  ])
})

test('PRM-05 a promise kept after its time is broken, whether or not anybody was there to notice the miss', () => {
  const noticed = withPromise()
  noticed.wake(march(3, '10:00'))
  expect(noticed.commitment('promise')).toMatchObject({
    outcome: 'broken',
    missedAt: march(3, '10:00'),
  })
  const unnoticed = withPromise()
  for (const life of [noticed, unnoticed]) {
    const promise = keep(life, march(3, '10:01'))
    expect(promise).toMatchObject({
      outcome: 'broken',
      missedAt: march(3, '10:00'),
      metAt: march(3, '10:01'),
    })
    expect(nextFireAt(promise)).toBeNull()
  }
})

test('CMP-08 a promise stays with who gave it when the case goes to somebody else, and outlives its end', () => {
  const life = withPromise()
  life.do('陈志强', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  life.do('吴敏', { type: 'propose-ending', ending: 'withdrawn', reason: '撤诉' })
  life.do('周建国', { type: 'decide-ending', decision: 'approved', remarks: '' })
  expect(life.commitment('promise')).toMatchObject({ owner: '陈志强', outcome: 'open' })
})

test('CLK-21 a miss is explained, never erased; what was not missed needs no explanation', () => {
  const life = withPromise()
  const refused = explainMiss(life.commitment('promise'), false, '堵车')
  expect(lines(refused)).toEqual(['CLK-21 other-person ← 陈志强', 'CLK-21 actual-value'])
  life.wake(march(3, '12:00'))
  const explained = explainMiss(life.commitment('promise'), true, '堵车')
  if (isRefusal(explained)) throw new Error('refused')
  const before = life.commitment('promise')
  for (const event of explained) life.move('promise', event, march(3, '13:00'), '陈志强')
  const { explanations, ...rest } = life.commitment('promise')
  expect(explanations).toEqual([{ at: march(3, '13:00'), by: '陈志强', text: '堵车' }])
  expect(rest).toEqual({ ...before, explanations: undefined })
  expect(after(rest.dueAt, 'PT0S')).toBe(rest.missedAt)
})

test('INV-12 PRM-09 with 没有把握 no outcome is promised; to answer, to call and to come can always be promised', () => {
  const life = walkedTo('negotiating')
  const unsure = { ...form('analysis'), values: { certainty: 'none' } }
  life.do('陈志强', unsure)
  const oil = { content: '今天给您换油', about: 'outcome' } as const
  expect(lines(promised(life, oil))).toEqual(['INV-12 value certainty ← after-sales'])
  for (const about of ['answer', 'visit'] as const)
    expect(isRefusal(promised(life, { about }))).toBe(false)
})

test('PRM-11 what was said already is recorded all the same, flagged, and the leaders hear of it at once', () => {
  const life = walkedTo('negotiating')
  life.do('陈志强', { ...form('analysis'), values: { certainty: 'none' } })
  const made = promised(life, { content: '今天给您换油', about: 'outcome', spoken: true })
  expect(made).toMatchObject({
    commitment: [{ type: 'commitment-opened', data: { content: '今天给您换油' } }],
    events: [
      {
        type: 'advised',
        data: { rule: 'INV-12', says: '已说出口：今天给您换油', notify: ['leader'] },
      },
    ],
  })
  // Nothing speaks against it: nothing to flag.
  expect(promised(walkedTo('considered'), { about: 'outcome', spoken: true })).toMatchObject({
    events: [],
  })
})

test('STF-08 to come is promised for somebody who may be sent, also when it was said already; others may still be promised to call', () => {
  const life = walkedTo('negotiating')
  const sent = (changes: Partial<PromiseCommand>) => lines(promised(life, changes))
  expect(sent({ owner: '刘芳' })).toEqual(['STF-08 visit-qualification owner ← 陈志强, 吴敏, 郑凯'])
  expect(sent({ owner: '刘芳', spoken: true })).toHaveLength(1)
  expect(sent({ owner: '刘芳', about: 'answer' })).toEqual([])
  expect(sent({ owner: '吴敏' })).toEqual([])
  expect(sent({ owner: '周建国' })).toEqual([])
})
