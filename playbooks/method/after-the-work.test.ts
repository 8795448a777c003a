import { expect, test } from 'vitest'
import { march } from './life.ts'
import { unmetLines } from './refused.ts'
import { CARE, followUp, PRINTING, walkedTo } from './way.ts'

const CLOSE = { type: 'close', clean: true } as const
const DONE = { waybill: 'SF1', doneOn: '2026-03-03', note: '已寄' }

test('EXE-03 EXE-04 any other department is added as executor and closes the case no sooner', () => {
  const life = walkedTo('executed')
  const add = { type: 'add-task', task: 'task-9', ...PRINTING } as const
  for (const post of ['receptionist', 'nobody', 'constructor'])
    expect(unmetLines(life.try('陈志强', { ...add, post }))).toEqual([
      'EXE-04 post-executes ← warehouse, marketing, production, related-department',
    ])
  expect(unmetLines(life.try('吴敏', add))).toContain('CMP-08 owner ← 陈志强')
  life.do('陈志强', { ...add, post: 'production' })
  expect(
    unmetLines(life.try('陈志强', { type: 'enter-step', step: 'follow-up', taskIds: [] })),
  ).toEqual(['EXE-05 open-task 补印合格证 ← production'])
  life.do('何静', { type: 'complete-task', task: 'task-9', ...DONE })
  life.do('陈志强', { type: 'enter-step', step: 'follow-up', taskIds: [] })
  expect(unmetLines(walkedTo('agreement drafted').try('陈志强', add))).toEqual([
    'PBK-03 step 部门执行 ← 陈志强',
  ])
})

test('EXE-04 each task has a clock of its own, by the day agreed with the customer; one that is late is told, the other not', () => {
  const life = walkedTo('executing')
  life.do('赵永', { type: 'complete-task', task: 'task-1-1', ...DONE }, march(3, '10:00'))
  life.wake(march(6, '00:00'))
  expect(
    life.clock('execution').map(({ task, outcome, missedAt }) => [task, outcome, missedAt]),
  ).toEqual([
    ['task-1-1', 'met', null],
    ['task-1-2', 'open', march(6, '00:00')],
  ])
  life.do('孙丽', { type: 'complete-task', task: 'task-1-2', ...DONE }, march(6, '09:00'))
  expect(life.clock('execution')[1]?.outcome).toBe('met-late')
})

test('EXE-02 AGR-03 the hand-out names whom it is for, the day and the agreement it is a clause of', () => {
  expect(walkedTo('executing').state.tasks[1]).toMatchObject({
    recipient: '鑫源润滑油经销部 罗经理',
    dueOn: '2026-03-05',
    agreement: 1,
    evidence: 'receipt',
  })
})

test('EXE-14 what is promised and not kept and what nobody said arrived stands in the way by name; a reason stays as a debt', () => {
  const life = walkedTo('following up')
  life.move('promise-1', {
    type: 'commitment-opened',
    data: {
      ...life.commitment([...life.commitments.keys()][0] ?? ''),
      id: 'promise-1',
      kind: 'promise',
      clock: '',
      content: '月底前送检测报告',
      dueAt: march(9, '10:00'),
      openedAt: life.now,
      ladder: [],
      warnAt: null,
      quietSpan: null,
    },
  } as never)
  life.do('陈志强', followUp({ received: null }), march(4, '10:00'))
  const missing = 'EXE-14 open-promise 月底前送检测报告, open-parcel SF1000001'
  expect(unmetLines(life.try('陈志强', CLOSE))).toEqual([missing])
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: false }))).toEqual([
    `${missing}, handled-cleanly`,
  ])
  life.do('陈志强', followUp({ received: true }), march(4, '11:00'))
  life.do('陈志强', { ...CLOSE, skip: { 'EXE-14': '报告月底才出，已另约' } })
  expect(life.state.debts).toMatchObject([{ rule: 'EXE-14', reason: '报告月底才出，已另约' }])
})

test('EXE-14 closing asks whether everything was handled cleanly and completely', () => {
  const life = walkedTo('satisfied')
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: false }))).toEqual([
    'EXE-14 handled-cleanly',
  ])
  life.do('陈志强', CLOSE)
})

test('FUP-02 FUP-03 the answer is kept in words, and who is not satisfied says with what', () => {
  const life = walkedTo('following up')
  const silent = followUp({ satisfied: false, answer: ' ', nextAt: march(9, '10:00') })
  expect(unmetLines(life.try('陈志强', silent))).toEqual([
    'FUP-02 follow-up-answer answer',
    'FUP-03 follow-up-dislikes dislikes',
  ])
})

test('FUP-08 after the end the customer is kept in touch with, each contact a commitment with a day', () => {
  const life = walkedTo('closed')
  const plan = { type: 'plan-care', dueAt: march(20, '10:00'), note: '问油压' } as const
  expect(unmetLines(life.try('陈志强', { ...plan, dueAt: march(1, '10:00') }))).toEqual([
    'FUP-08 promise-time-future dueAt',
  ])
  expect(unmetLines(walkedTo('satisfied').try('陈志强', plan))).toEqual(['SYS-17 closed'])
  life.do('陈志强', plan)
  expect(life.clock('care')[0]).toMatchObject({ owner: '陈志强', dueAt: march(20, '10:00') })
  life.wake(march(20, '10:00'))
  expect(life.firings.at(-1)?.stage.kind).toBe('breach')
  life.do('陈志强', { type: 'record-care', ...CARE }, march(21, '09:00'))
  expect(life.clock('care')[0]?.outcome).toBe('met-late')
  expect(life.state.status).toBe('closed')
})

test('SYS-17 FUP-08 a customer who is not satisfied later has his case taken up again, with its clocks', () => {
  const life = walkedTo('closed')
  const unhappy = { type: 'record-care', ...CARE, satisfied: false } as const
  expect(unmetLines(life.try('陈志强', unhappy))).toEqual(['FUP-03 follow-up-dislikes dislikes'])
  life.do('吴敏', { ...unhappy, dislikes: '又报警' }, march(20, '10:00'))
  expect(life.state).toMatchObject({
    step: 'negotiation',
    status: 'negotiating',
    ending: null,
    closedAt: null,
    owner: '陈志强',
    agreement: null,
    formerAgreements: [{ fulfilled: true, reason: '又报警' }],
  })
  expect(life.clock('idle').at(-1)).toMatchObject({ outcome: 'open', dueAt: march(21, '10:00') })
})

test('SYS-17 the superior of the owner reopens with a reason; the satisfied answer of then closes nothing now', () => {
  const life = walkedTo('closed')
  const reopen = { type: 'reopen', reason: '客户来信' } as const
  expect(unmetLines(life.try('陈志强', reopen))[0]).toMatch(/^SYS-17 superior ← .*leader$/)
  expect(unmetLines(life.try('周建国', { ...reopen, reason: ' ' }))).toEqual([
    'SYS-17 reason reason',
  ])
  life.do('周建国', reopen)
  expect(life.state).toMatchObject({ step: 'follow-up', status: 'following-up', closedAt: null })
  expect(unmetLines(life.try('陈志强', CLOSE))).toContain('FUP-01 follow-up-satisfied ← 陈志强')
  life.do('陈志强', followUp()).do('陈志强', CLOSE)
})

test('SYS-17 tasks that ended with the case are there again when it is reopened', () => {
  const life = walkedTo('executing')
  life.do('陈志强', { type: 'propose-ending', ending: 'withdrawn', reason: '撤诉' })
  life.do('周建国', { type: 'decide-ending', decision: 'approved', remarks: '' })
  expect(life.state.tasks.map((task) => task.state)).toEqual(['void', 'void'])
  life.do('周建国', { type: 'reopen', reason: '客户反悔' })
  expect(life.state.tasks.map((task) => task.state)).toEqual(['open', 'open'])
  expect(life.clock('execution').filter((one) => one.outcome === 'open')).toHaveLength(2)
})

test('EXE-15 a visit on site says whether it was solved there, with what, and if not what is still needed', () => {
  const life = walkedTo('negotiating')
  const seen = { place: '宏达汽修', person: '宏师傅', means: '借了他们的油压表和举升机' }
  const visit = (values: Record<string, string | boolean>) =>
    ({ type: 'add-record', kind: 'site-visit', values }) as const
  expect(unmetLines(life.try('陈志强', visit({ place: '宏达汽修' })))).toEqual([
    'EXE-15 field person, field solved, field means',
  ])
  expect(unmetLines(life.try('陈志强', visit({ ...seen, solved: false })))).toEqual([
    'EXE-15 field needed ← after-sales',
  ])
  life.do('陈志强', visit({ ...seen, solved: false, needed: '换机油泵' }))
  life.do('陈志强', visit({ ...seen, solved: true }))
  expect(life.state.records['site-visit']?.map((entry) => entry.values['solved'])).toEqual([
    false,
    true,
  ])
})
