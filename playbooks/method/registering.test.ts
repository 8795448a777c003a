import { after, isRefusal, noticesFor, register, type RegisterCommand } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, EXAMPLE, march, MONDAY_9, registered, registration } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff } from './staff.ts'
import { walkedTo } from './way.ts'

const VALUES = EXAMPLE.forms['registration']?.values ?? {}
const at = (name: string, now = after(MONDAY_9, 'PT2M')) => contextOf(name, now, staff())
const by = (name: string, changes: Partial<RegisterCommand> = {}) =>
  register(registration(changes), at(name))

test('CMP-01 a registered complaint has its number, the time of the first word and waits for its signature', () => {
  expect(registered().state).toMatchObject({
    number: 'TS-20260302-0001',
    receivedAt: MONDAY_9,
    registeredAt: after(MONDAY_9, 'PT2M'),
    status: 'awaiting-signature',
    recorder: '刘芳',
    owner: '刘芳',
    words: [{ text: '刚换的油，怠速油压灯就亮' }],
  })
})

test('CMP-02 S01 line 1: without a telephone number it is refused, naming the number and who can fill it in', () => {
  const { phone: _, ...rest } = VALUES
  expect(unmetLines(by('刘芳', { values: rest }))).toEqual([
    'CMP-02 field phone ← office-clerk, receptionist, salesperson, after-sales',
  ])
})

test('CMP-02 CMP-07 CMP-11 everything that is missing is named at once', () => {
  expect(unmetLines(by('刘芳', { values: { company: ' 　\n' } }))).toEqual([
    'CMP-02 field company, field address, field phone, field reason ← office-clerk, receptionist, salesperson, after-sales',
    'CMP-11 field party',
    'CMP-07 field reporter ← office-clerk, receptionist, salesperson, after-sales',
  ])
})

test('CMP-07 CMP-11 who reported and whom an agent speaks for may be left out with a reason, which stays as a debt', () => {
  const { reporter: _, endUser: __, ...values } = VALUES
  expect(
    unmetLines(by('刘芳', { values, skip: { 'CMP-07': '没来得及问', 'CMP-11': ' ' } })),
  ).toEqual(['CMP-11 field endUser ← office-clerk, receptionist, salesperson, after-sales'])
  const skip = { 'CMP-07': '没来得及问', 'CMP-11': '代理商不肯说' }
  const events = by('刘芳', { values, skip })
  expect(isRefusal(events) ? [] : events.slice(1)).toEqual([
    { type: 'gate-skipped', data: { rule: 'CMP-07', reason: '没来得及问' } },
    { type: 'gate-skipped', data: { rule: 'CMP-11', reason: '代理商不肯说' } },
  ])
})

test('CMP-02 a reason to skip does not help against what must be there', () => {
  const values = { ...VALUES, phone: '' }
  expect(unmetLines(by('刘芳', { values, skip: { 'CMP-02': '客户不肯留' } }))).toHaveLength(1)
})

test('CMP-11 an end user who complains himself is not asked for an end user', () => {
  const { endUser: _, ...values } = VALUES
  expect(isRefusal(by('刘芳', { values: { ...values, party: 'private' } }))).toBe(false)
})

test('CMP-02 what is filled in wrongly is refused field by field', () => {
  const values = { ...VALUES, phone: '打不通', party: 'alien', dailyLoss: -1, colour: '红' }
  expect(unmetLines(by('刘芳', { values, unavailable: { address: '不肯说' } }))).toEqual([
    'CMP-02 field-unknown colour, field address, field-format phone, field-choice party, field-format dailyLoss',
  ])
})

test('CMP-06 抱怨 and 投诉, from every channel, begin the same way', () => {
  for (const kind of ['complaint', 'grievance'] as const)
    expect(isRefusal(by('刘芳', { kind, channel: 'fax' }))).toBe(false)
})

test('CMP-01 the time of the first word is never later than now, and earlier than the first keystroke only with a reason', () => {
  expect(unmetLines(by('刘芳', { receivedAt: march(2, '09:30') }))).toEqual([
    'CMP-01 earlier-than-now',
  ])
  const earlier = { receivedAt: march(1, '17:00') }
  expect(unmetLines(by('刘芳', { ...earlier, earlierReason: ' ' }))).toEqual([
    'CMP-01 earlier-time-reason',
  ])
  const { state } = registered()
  expect(state.receivedAt).toBe(MONDAY_9)
  expect(isRefusal(by('刘芳', { ...earlier, earlierReason: '昨天下班前接的电话' }))).toBe(false)
})

test('ROLE-01 ROLE-02 ROLE-22 who may not record is told which posts may', () => {
  for (const name of ['王小明', '赵永', '周建国', '钱程', '马超']) {
    expect(unmetLines(by(name))).toEqual([
      'ROLE-22 post ← office-clerk, receptionist, salesperson, after-sales',
    ])
  }
  expect(isRefusal(by('陈志强'))).toBe(false)
})

test('SYS-20 a refused registration names the post, the fields and the time in one answer', () => {
  expect(unmetLines(by('赵永', { values: {}, receivedAt: march(3, '09:00') })).length).toBe(5)
})

test('SYS-16 a further report of the same matter joins the open case with every word and marks it chased', () => {
  const life = walkedTo('finding out')
  const words = [{ at: march(2, '11:00'), text: '怎么还没人来', key: false }]
  const report = { receivedAt: march(2, '11:00'), person: '罗经理', reason: '还在报警', words }
  expect(unmetLines(life.try('周建国', { type: 'merge-report', ...report }))).toEqual([
    'ROLE-22 post ← office-clerk, receptionist, salesperson, after-sales',
  ])
  life.do('刘芳', { type: 'merge-report', ...report }, march(2, '11:02'))
  expect(life.state.words.map((line) => line.text)).toEqual([
    '刚换的油，怠速油压灯就亮',
    '怎么还没人来',
  ])
  expect(life.state).toMatchObject({ chasedAt: march(2, '11:02'), status: 'finding-out' })
  const merged = life.history.at(-1)
  expect(
    merged === undefined
      ? []
      : noticesFor(merged, life.state, contextOf('刘芳', life.now, staff())),
  ).toEqual([{ to: '陈志强', kind: 'report-merged', detail: '' }])
  expect(unmetLines(walkedTo('closed').try('刘芳', { type: 'merge-report', ...report }))).toEqual([
    'SYS-28 not-closed',
  ])
})
