import { canonical, isRefusal, type Json } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { LUB, march } from './life.ts'
import { unmetLines } from './refused.ts'
import { followUp, PLAN, SCAN, taskIds, TOLD, walkedTo } from './way.ts'

test('S01 a complaint goes from the first phone call to a satisfied customer (FUP-01)', () => {
  const life = walkedTo('closed')
  expect(life.state).toMatchObject({
    status: 'closed',
    ending: 'satisfied',
    recorder: '刘芳',
    owner: '陈志强',
  })
  expect(life.history.map((event) => `${event.by} ${event.type}`).join('\n')).toBe(
    [
      '刘芳 registered',
      '刘芳 signed',
      '刘芳 handed-over',
      '陈志强 acknowledged',
      '陈志强 step-entered',
      '陈志强 record-added',
      '陈志强 form-saved',
      '陈志强 form-saved',
      '陈志强 record-added',
      '陈志强 step-entered',
      '陈志强 record-added',
      '陈志强 record-added',
      '陈志强 record-added',
      '陈志强 record-added',
      '陈志强 form-saved',
      '陈志强 form-saved',
      '陈志强 plan-submitted',
      '陈志强 step-entered',
      '周建国 plan-approved',
      '陈志强 decision-told',
      '陈志强 opinion-recorded',
      '陈志强 agreement-drafted',
      '陈志强 step-entered',
      '陈志强 agreement-signed',
      '陈志强 scan-filed',
      '刘芳 scan-confirmed',
      '陈志强 step-entered',
      '陈志强 tasks-created',
      '赵永 task-acknowledged',
      '赵永 task-completed',
      '孙丽 task-completed',
      '陈志强 step-entered',
      '陈志强 followed-up',
      '陈志强 closed',
    ].join('\n'),
  )
})

test('S01 every clock of a case that went well is met, and silence stops counting at the end (CLK-21)', () => {
  const life = walkedTo('closed')
  expect([...life.commitments.values()].map((one) => `${one.clock} ${one.outcome}`)).toEqual([
    'same-day-reply met',
    'idle void',
    'acknowledgement met',
    'opinion met',
    'approval met',
    'reply-after-approval met',
    'signature met',
    'execution met',
    'execution met',
    'follow-up met',
  ])
})

test('S01 the status says at every place what is waited for (Annex J)', () => {
  const statusAt = (place: string) => LUB.statuses[walkedTo(place).state.status]
  expect(
    ['registered', 'signed', 'handed over', 'finding out', 'negotiating', 'plan submitted'].map(
      statusAt,
    ),
  ).toEqual(['待签字', '待签字', '已移交', '了解中', '分析协商中', '待批准'])
  expect(
    ['plan approved', 'agreement drafted', 'executing', 'following up', 'closed'].map(statusAt),
  ).toEqual(['已批准待回复', '待签协议', '执行中', '跟踪中', '已结案'])
})

test('S01 line 11: not satisfied and the plan has to change; a second approved plan closes the case (FUP-01)', () => {
  const life = walkedTo('following up')
  life.do(
    '陈志强',
    followUp({ satisfied: false, dislikes: '仍有异响', changeNeeded: true }),
    march(4, '10:00'),
  )
  expect(life.state).toMatchObject({ step: 'negotiation', agreement: null })
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual([
    'FUP-01 follow-up-satisfied ← 陈志强',
    'NEG-17 customer-opinion-accepted, approved-ending ← 陈志强, leader',
  ])
  const better = { ...PLAN, opinion: '上门检修，再换一次油', costFen: 120_000 }
  life
    .do('陈志强', { type: 'submit-plan', plan: better })
    .do('周建国', { type: 'decide-plan', decision: 'approved', remarks: '' })
    .do('陈志强', { type: 'tell-decision', ...TOLD })
    .do('陈志强', { type: 'record-opinion', opinion: 'accepted', words: '' })
    .do('陈志强', { type: 'draft-agreement' })
    .do('陈志强', { type: 'sign-agreement' })
    .do('陈志强', SCAN)
    .do('周建国', { type: 'confirm-scan' })
    .do('陈志强', { type: 'enter-step', step: 'execution', taskIds: taskIds(2) })
  expect(life.state.tasks.map((task) => task.state)).toEqual(['done', 'done', 'open', 'open'])
  for (const [name, task] of [
    ['赵永', 'task-2-1'],
    ['孙丽', 'task-2-2'],
  ] as const) {
    const receipt = { waybill: 'SF1000002', doneOn: '2026-03-05', note: '已签收' }
    life.do(name, { type: 'complete-task', task, ...receipt }, march(5, '10:00'))
  }
  life.do('陈志强', { type: 'enter-step', step: 'follow-up', taskIds: [] })
  expect(isRefusal(life.try('陈志强', { type: 'close', clean: true }))).toBe(true)
  life.do('陈志强', followUp(), march(6, '10:00')).do('陈志强', { type: 'close', clean: true })
  expect(life.state.ending).toBe('satisfied')
  expect(life.state.plan?.approvedContent).toBe(canonical(better as unknown as Json))
})
