import { ENDINGS, isRefusal } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { march } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff, standingInFor } from './staff.ts'
import { followUp, form, record, walkedTo } from './way.ts'

const PROPOSE = { type: 'propose-ending', ending: 'withdrawn', reason: '客户来电撤诉' } as const
const weighed = form('negotiation')
const UNREASONABLE = {
  ...weighed,
  values: { ...weighed.values, demand: 'unreasonable', future: 'none' },
}
const APPROVE = { type: 'decide-ending', decision: 'approved', remarks: '' } as const

test('FUP-01 an unsatisfied customer is asked again at a named time, or the plan changes', () => {
  const life = walkedTo('following up')
  const unsatisfied = { satisfied: false, dislikes: '仍有异响' }
  for (const nextAt of [null, march(3, '11:30'), march(2, '09:00')]) {
    expect(unmetLines(life.try('陈志强', followUp({ ...unsatisfied, nextAt })))).toEqual([
      'FUP-01 next-follow-up-time nextAt',
    ])
  }
  life.do('陈志强', followUp({ ...unsatisfied, nextAt: march(5, '10:00') }), march(4, '10:00'))
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual([
    'FUP-01 follow-up-satisfied ← 陈志强',
  ])
  expect(life.clock('follow-up').map((one) => `${one.outcome} ${one.dueAt}`)).toEqual([
    `met ${march(6, '11:30')}`,
    `open ${march(5, '10:00')}`,
  ])
  life.do('陈志强', followUp(), march(5, '09:00')).do('陈志强', { type: 'close', clean: true })
})

test('FUP-01 a follow-up belongs to its step', () => {
  expect(unmetLines(walkedTo('executing').try('陈志强', followUp()))).toEqual([
    'PBK-03 step 跟踪至满意 ← 陈志强',
  ])
})

test('NEG-17 no case is closed without an accepted plan or an approved other end', () => {
  expect(unmetLines(walkedTo('negotiating').try('陈志强', { type: 'close', clean: true }))).toEqual(
    [
      'FUP-01 follow-up-satisfied ← 陈志强',
      'NEG-17 customer-opinion-accepted, approved-ending ← 陈志强, leader',
      'GDE-02 record 听客户说完, record 道歉 ← after-sales',
    ],
  )
})

test('NEG-17 every other end is proposed with a reason and ends the case when somebody else approves it', () => {
  const conditional = ['satisfied', 'unreachable', 'refused']
  for (const ending of ENDINGS.filter((one) => !conditional.includes(one))) {
    const life = walkedTo('executing')
    // NEG-04: a plain no only where the demand is unreasonable and no business is expected.
    if (ending === 'refused') life.do('陈志强', UNREASONABLE)
    expect(unmetLines(life.try('陈志强', { ...PROPOSE, ending, reason: '　' }))).toEqual([
      'NEG-17 ending-reason reason',
    ])
    life.do('陈志强', { ...PROPOSE, ending })
    expect(unmetLines(life.try('陈志强', { ...PROPOSE, ending }))).toEqual([
      'NEG-17 pending-proposal ← leader',
    ])
    life.do('周建国', APPROVE)
    expect(life.state).toMatchObject({ ending, status: 'closed', pendingHandover: null })
    expect(life.state.tasks.map((task) => task.state)).toEqual(['void', 'void'])
  }
})

test('NEG-17 satisfaction cannot be proposed, it is followed up', () => {
  expect(
    unmetLines(walkedTo('negotiating').try('陈志强', { ...PROPOSE, ending: 'satisfied' })),
  ).toEqual(['NEG-17 follow-up-satisfied'])
})

test('SYS-15 nobody approves the end he proposed, also not as deputy of the leader', () => {
  const life = walkedTo('negotiating').do('陈志强', PROPOSE)
  expect(unmetLines(life.try('陈志强', APPROVE))).toEqual([
    'ROLE-22 post ← leader',
    'SYS-15 not-own ← leader',
  ])
  life.people = staff({ 陈志强: standingInFor('周建国') })
  expect(unmetLines(life.try('陈志强', APPROVE))).toEqual(['SYS-15 not-own ← leader'])
})

test('NEG-17 an end that is not approved leaves the case open and may be proposed again', () => {
  const life = walkedTo('negotiating').do('陈志强', PROPOSE)
  expect(unmetLines(life.try('周建国', { ...APPROVE, decision: 'returned' }))).toEqual([
    'NEG-17 remarks remarks',
  ])
  life.do('周建国', { ...APPROVE, decision: 'rejected', remarks: '再联系一次' })
  expect(life.state).toMatchObject({ closedAt: null, proposal: { decision: 'rejected' } })
  expect(isRefusal(life.try('周建国', APPROVE))).toBe(true)
  life.do('陈志强', PROPOSE).do('周建国', APPROVE)
  expect(life.state.ending).toBe('withdrawn')
})

test('NEG-17 联系不上 needs three attempts on three days', () => {
  const contact = record('contact')
  const attempt = { ...contact, values: { ...contact.values, reached: false } }
  const unreachable = { ...PROPOSE, ending: 'unreachable', reason: '电话没人接' } as const
  const life = walkedTo('finding out')
  life.do('陈志强', attempt, march(2, '10:00')).do('陈志强', attempt, march(2, '15:00'))
  expect(unmetLines(life.try('陈志强', unreachable))).toEqual([
    'NEG-17 record-count 与客户联系, spread-over-days 3',
  ])
  // 2026-03-03 00:30 in Shanghai is still the second of March in UTC: the day is the customer's.
  life.do('陈志强', attempt, march(3, '00:30'))
  expect(unmetLines(life.try('陈志强', unreachable))).toEqual(['NEG-17 spread-over-days 3'])
  life.do('陈志强', attempt, march(4, '09:00')).do('陈志强', unreachable).do('周建国', APPROVE)
  expect(life.state.ending).toBe('unreachable')
})

test('FUP-01 a customer is either satisfied or the plan changes; both at once would close the next round unasked', () => {
  const life = walkedTo('following up')
  expect(unmetLines(life.try('陈志强', followUp({ satisfied: true, changeNeeded: true })))).toEqual(
    ['FUP-01 actual-value changeNeeded'],
  )
})
