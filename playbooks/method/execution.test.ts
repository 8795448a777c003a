import { noticesFor, titleOf } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff } from './staff.ts'
import { SCAN, taskIds, walkedTo } from './way.ts'

const FINISHED = { waybill: 'SF1000001', doneOn: '2026-03-03', note: '已签收' }

test('EXE-01 S01 line 10: each remedy that needs a department is a task for it, with what it needs and no more', () => {
  const life = walkedTo('executing')
  expect(life.state.tasks).toMatchObject([
    {
      post: 'warehouse',
      kind: 'dispatch',
      product: 'CF-4 15W-40 柴机油',
      quantity: 2,
      unit: '桶',
      recipient: '鑫源润滑油经销部',
      address: '常州市武进区湖塘镇人民路18号',
      phone: '0519-80001234',
      state: 'open',
    },
    { post: 'marketing', kind: 'hand-out', product: '保温杯', quantity: 1 },
  ])
  // What the customer said and what the plan cost is none of the warehouse's business.
  expect(JSON.stringify(life.state.tasks)).not.toMatch(/油压报警|86000|粘度/)
  expect(JSON.stringify(life.state.tasks[0])).not.toContain('罗经理')
  const created = life.history.at(-1)
  expect(
    created === undefined
      ? []
      : noticesFor(created, life.state, contextOf('陈志强', life.now, staff())).map(({ to }) => to),
  ).toEqual(['赵永', '孙丽'])
})

test('EXE-01 a dispatch is done with waybill and day, a hand-out with its receipt', () => {
  const life = walkedTo('executing')
  const empty = { waybill: ' ', doneOn: '', note: '' }
  expect(
    unmetLines(life.try('赵永', { type: 'complete-task', task: 'task-1-1', ...empty })),
  ).toEqual(['EXE-01 task-evidence waybill, task-evidence doneOn'])
  expect(
    unmetLines(life.try('孙丽', { type: 'complete-task', task: 'task-1-2', ...empty })),
  ).toEqual(['EXE-02 task-evidence note, task-evidence doneOn'])
  life.do('赵永', { type: 'complete-task', task: 'task-1-1', ...FINISHED })
  expect(life.state.tasks[0]).toMatchObject({ state: 'done', doneBy: '赵永', waybill: 'SF1000001' })
})

test('ROLE-05 a task belongs to its department', () => {
  const life = walkedTo('executing')
  const complete = { type: 'complete-task', task: 'task-1-1', ...FINISHED } as const
  expect(unmetLines(life.try('孙丽', complete))).toEqual(['ROLE-05 post ← warehouse'])
  expect(unmetLines(life.try('陈志强', complete))).toEqual([
    'ROLE-22 post ← warehouse, marketing, production, related-department',
    'ROLE-05 post ← warehouse',
  ])
  expect(unmetLines(life.try('赵永', { ...complete, task: 'nothing' }))).toEqual([
    'EXE-01 record 执行单',
  ])
})

test('EXE-01 what is done is not done again', () => {
  const life = walkedTo('executed')
  expect(
    unmetLines(life.try('赵永', { type: 'complete-task', task: 'task-1-1', ...FINISHED })),
  ).toEqual(['EXE-01 task-open'])
  expect(unmetLines(life.try('赵永', { type: 'acknowledge-task', task: 'task-1-1' }))).toEqual([
    'EXE-01 task-open',
  ])
})

test('EXE-05 S01 line 10: with one task open the case is neither handled nor closed', () => {
  const life = walkedTo('executing')
  life.do('赵永', { type: 'complete-task', task: 'task-1-1', ...FINISHED })
  expect(
    unmetLines(life.try('陈志强', { type: 'enter-step', step: 'follow-up', taskIds: [] })),
  ).toEqual(['EXE-05 open-task 发放小礼品 ← marketing'])
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual([
    'FUP-01 follow-up-satisfied ← 陈志强',
    'EXE-05 open-task 发放小礼品 ← marketing',
    'EXE-14 open-parcel SF1000001',
  ])
})

test('CMP-03 EXE-01 a corrected company or address is what the agreement says and where the goods go', () => {
  const life = walkedTo('plan accepted')
  const reason = '客户更正'
  life.do('陈志强', { type: 'correct', field: 'address', value: '常州市天宁区1号', reason })
  life.do('陈志强', { type: 'correct', field: 'address', value: '常州市天宁区2号', reason })
  life.do('陈志强', { type: 'correct', field: 'company', value: '鑫源汽修', reason })
  life.do('陈志强', { type: 'draft-agreement' })
  expect(life.history.at(-2)).toMatchObject({
    data: { customer: '鑫源汽修', address: '常州市天宁区2号' },
  })
  life.do('陈志强', { type: 'sign-agreement' }).do('陈志强', SCAN)
  life.do('刘芳', { type: 'confirm-scan' })
  life.do('陈志强', { type: 'enter-step', step: 'execution', taskIds: taskIds(1) })
  expect(life.state.tasks[0]).toMatchObject({
    recipient: '鑫源汽修',
    address: '常州市天宁区2号',
  })
  expect(titleOf(life.state)).toMatch(/^鑫源汽修：CF-4/)
  expect(life.state.forms['registration']?.values['company']).toBe('鑫源润滑油经销部')
})
