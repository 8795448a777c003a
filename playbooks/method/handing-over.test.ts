import { decide, isRefusal, noticesFor } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, LUB, march, registered } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff, standingInFor } from './staff.ts'
import { followUp, walkedTo } from './way.ts'

test('CMP-03 S01 line 2: nobody signs for the recorder, and what is signed is not signed twice', () => {
  const life = registered()
  expect(unmetLines(life.try('陈志强', { type: 'sign' }))).toEqual([
    'CMP-03 signature-by-recorder ← 刘芳',
  ])
  expect(unmetLines(life.try('周建国', { type: 'sign' }))).toEqual([
    'ROLE-22 post ← office-clerk, receptionist, salesperson, after-sales',
    'CMP-03 signature-by-recorder ← 刘芳',
  ])
  life.do('刘芳', { type: 'sign' })
  expect(life.state.signature).toEqual({ by: '刘芳', post: 'receptionist', at: life.now })
  expect(unmetLines(life.try('刘芳', { type: 'sign' }))).toEqual(['CMP-03 not-signed-yet'])
})

test('CMP-03 CMP-04 S01 line 2: an unsigned complaint is not delivered', () => {
  const outcome = registered().try('刘芳', { type: 'hand-over', to: '陈志强' })
  expect(unmetLines(outcome)).toEqual([
    'CMP-04 signature-by-recorder ← 刘芳',
    'CMP-03 signature-by-recorder registration ← office-clerk, receptionist, salesperson, after-sales',
  ])
})

test('CMP-04 it is delivered to a named person whose post handles complaints, and to nobody else', () => {
  const life = walkedTo('signed')
  for (const to of ['王小明', '赵永', '周建国', '钱程', '马超', 'nobody', '']) {
    expect(unmetLines(life.try('刘芳', { type: 'hand-over', to }))).toEqual([
      'CMP-04 accepting-person ← after-sales',
    ])
  }
})

test('CMP-08 a complaint is never left without an owner or put back into a queue', () => {
  expect(unmetLines(walkedTo('signed').try('刘芳', { type: 'hand-over', to: null }))).toEqual([
    'CMP-08 accepting-person',
  ])
})

test('CMP-04 CMP-08 until the receiver acknowledges it stays with its owner', () => {
  const life = walkedTo('handed over')
  expect(life.state).toMatchObject({ owner: '刘芳', status: 'handed-over', step: 'intake' })
  const handedOver = life.history.at(-1)
  expect(
    handedOver === undefined
      ? []
      : noticesFor(handedOver, life.state, contextOf('刘芳', life.now, staff())),
  ).toEqual([{ to: '陈志强', kind: 'handed-over', detail: '' }])
  expect(unmetLines(life.try('吴敏', { type: 'acknowledge' }))).toEqual([
    'CMP-04 other-person ← 陈志强',
  ])
  expect(unmetLines(life.try('刘芳', { type: 'acknowledge' }))).toEqual([
    'ROLE-22 post ← after-sales',
    'CMP-04 other-person ← 陈志强',
  ])
  life.do('陈志强', { type: 'acknowledge' })
  expect(life.state).toMatchObject({ owner: '陈志强', pendingHandover: null, step: 'finding-out' })
})

test('CMP-04 nothing to acknowledge is said as such', () => {
  expect(unmetLines(walkedTo('signed').try('陈志强', { type: 'acknowledge' }))).toEqual([
    'CMP-04 open-handover',
  ])
  expect(unmetLines(walkedTo('closed').try('陈志强', { type: 'acknowledge' }))).toEqual([
    'SYS-28 not-closed',
    'CMP-04 open-handover',
  ])
})

test('SYS-15 who stands in for an absent handler acknowledges for him and becomes the owner', () => {
  const life = walkedTo('handed over')
  life.people = staff({ 吴敏: standingInFor('陈志强') })
  life.do('吴敏', { type: 'acknowledge' })
  expect(life.state.owner).toBe('吴敏')
  const late = walkedTo('handed over')
  late.people = staff({ 吴敏: standingInFor('陈志强') })
  expect(isRefusal(late.try('吴敏', { type: 'acknowledge' }, march(4, '09:00')))).toBe(true)
})

test('CMP-08 a handler passes the case on, goes on until the other acknowledges, and the step stays', () => {
  const life = walkedTo('negotiating')
  expect(unmetLines(life.try('吴敏', { type: 'hand-over', to: '郑凯' }))).toEqual([
    'CMP-08 owner ← 陈志强',
  ])
  life.do('陈志强', { type: 'hand-over', to: '吴敏' })
  expect(life.state).toMatchObject({ owner: '陈志强', status: 'negotiating' })
  life.do('陈志强', { type: 'reply', means: 'phone', person: '罗经理', content: '吴敏会来' })
  life.do('吴敏', { type: 'acknowledge' })
  expect(life.state).toMatchObject({ owner: '吴敏', step: 'negotiation', status: 'negotiating' })
  expect(life.history.at(-1)?.type).toBe('acknowledged')
  const reply = { type: 'reply', means: 'phone', person: '罗经理', content: '好' } as const
  expect(unmetLines(life.try('陈志强', reply))).toEqual(['CMP-08 owner ← 吴敏'])
})

test('CMP-08 a leader passes on the case of somebody else, for instance of one who has left', () => {
  const life = walkedTo('negotiating')
  life.people = staff({ 陈志强: { active: false } })
  life.do('周建国', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  expect(life.state.owner).toBe('吴敏')
})

test('ROLE-02 ROLE-22 the recorder sees her complaint and is refused handling, approval and closing by name of the post', () => {
  const life = walkedTo('following up')
  const handling = 'ROLE-22 post ← after-sales'
  for (const command of [
    followUp(),
    { type: 'close', clean: true },
    { type: 'draft-agreement' },
  ] as const)
    expect(unmetLines(life.try('刘芳', command))).toContain(handling)
  expect(
    unmetLines(life.try('刘芳', { type: 'decide-plan', decision: 'approved', remarks: '' })),
  ).toContain('ROLE-22 post ← leader')
})

test('CMP-03 until he has signed, the recorder and nobody else puts right what he wrote, in its place', () => {
  const life = registered()
  const right = { type: 'correct', field: 'spec', value: '4L 桶', reason: '' } as const
  for (const name of ['陈志强', '周建国'])
    expect(unmetLines(life.try(name, right))).toEqual(['CMP-03 signature-by-recorder ← 刘芳'])
  const before = life.state.forms['registration']
  life.do('刘芳', right).do('刘芳', { ...right, field: 'dailyLoss', value: '30000' })
  expect(life.state.forms['registration']).toMatchObject({
    version: 3,
    values: { ...before?.values, spec: '4L 桶', dailyLoss: 30_000 },
  })
  expect(life.state.corrections).toEqual([])
  life.do('刘芳', { type: 'sign' })
  expect(unmetLines(life.try('刘芳', right))).toEqual(['CMP-03 correction-reason reason'])
})

test('CMP-02 what is put right before the signature is asked the same as the registration itself', () => {
  const life = registered()
  const put = (field: string, value: string) =>
    unmetLines(life.try('刘芳', { type: 'correct', field, value, reason: '' }))
  expect(put('phone', '没有')).toEqual(['CMP-02 field-format phone'])
  expect(put('address', ' ')).toEqual([expect.stringMatching(/^CMP-02 field address/)])
  expect(put('colour', '红')).toEqual(['CMP-02 field-unknown colour'])
})

test('CMP-03 a later correction stands beside what was signed', () => {
  const correction = { type: 'correct', field: 'spec', value: '4L 桶', reason: '看错' } as const
  const life = walkedTo('finding out')
  life.do('陈志强', correction).do('刘芳', { ...correction, value: '18L 桶' })
  expect(life.state.forms['registration']?.values['spec']).toBe('18L 桶')
  expect(life.state.corrections.map((one) => `${one.by} ${one.value}`)).toEqual([
    '陈志强 4L 桶',
    '刘芳 18L 桶',
  ])
  expect(unmetLines(life.try('吴敏', correction))).toEqual(['CMP-08 owner ← 陈志强'])
  expect(unmetLines(life.try('陈志强', { ...correction, field: 'colour' }))).toEqual([
    'CMP-02 field-unknown colour',
  ])
})

test('CMP-06 SYS-28 a closed complaint takes nothing more but a look at its number', () => {
  const life = walkedTo('closed')
  for (const command of [
    { type: 'hand-over', to: '吴敏' },
    { type: 'correct', field: 'spec', value: '4L', reason: '看错' },
    { type: 'mark-chased', note: '' },
    { type: 'attach', attachment: 'a', name: 'a.pdf', note: '' },
    { type: 'close', clean: true },
  ] as const)
    expect(unmetLines(life.try('陈志强', command))).toContain('SYS-28 not-closed')
  life.do('陈志强', { type: 'reveal-contact', field: 'phone' })
})

test('SYS-28 a complaint that ended before its signature is not signed any more', () => {
  const life = registered('陈志强')
  life.do('陈志强', { type: 'propose-ending', ending: 'misregistered', reason: '打错电话' })
  life.do('周建国', { type: 'decide-ending', decision: 'approved', remarks: '' })
  expect(unmetLines(life.try('陈志强', { type: 'sign' }))).toEqual(['SYS-28 not-closed'])
})

test('CMP-04 CMP-08 a handler who took the complaint himself takes it over himself, or it would stay at the door', () => {
  const life = registered('陈志强').do('陈志强', { type: 'sign' })
  life.do('陈志强', { type: 'hand-over', to: '陈志强' }).do('陈志强', { type: 'acknowledge' })
  expect(life.state).toMatchObject({ owner: '陈志强', step: 'finding-out' })
  expect(unmetLines(life.try('陈志强', { type: 'hand-over', to: '陈志强' }))).toEqual([
    'CMP-04 accepting-person ← after-sales',
  ])
  expect(unmetLines(walkedTo('signed').try('刘芳', { type: 'hand-over', to: '刘芳' }))).toEqual([
    'CMP-04 accepting-person ← after-sales',
  ])
})

test('PBK-03 the first acknowledgement asks what the playbook wants before the step it leads into', () => {
  const life = walkedTo('handed over')
  const entering = {
    id: 'CMP-10',
    on: [{ verb: 'enter', object: 'finding-out' }],
    strength: 'must',
    need: { filled: ['registration.invoice'] },
    who: ['receptionist'],
  } as const
  const context = contextOf('陈志强', life.now, life.people)
  const stricter = { ...context, playbook: { ...LUB, gates: [...LUB.gates, entering] } }
  expect(isRefusal(decide(life.state, { type: 'acknowledge' }, context))).toBe(false)
  expect(unmetLines(decide(life.state, { type: 'acknowledge' }, stricter))).toEqual([
    'CMP-10 field invoice ← receptionist',
  ])
})

test('CLK-21 handing over again to the one who has it in front of him does not give him new 30 minutes', () => {
  const life = walkedTo('handed over')
  expect(unmetLines(life.try('刘芳', { type: 'hand-over', to: '陈志强' }))).toEqual([
    'CMP-04 acknowledgement ← 陈志强',
  ])
  life.do('刘芳', { type: 'hand-over', to: '吴敏' })
  expect(life.clock('acknowledgement').map((one) => `${one.owner} ${one.outcome}`)).toEqual([
    '陈志强 void',
    '吴敏 open',
  ])
})

test('CMP-02 CMP-03 a correction has the form of its field and never empties what is mandatory', () => {
  const life = walkedTo('finding out')
  const attempt = (field: string, value: string) =>
    life.try('陈志强', { type: 'correct', field, value, reason: '客户更正' })
  expect(unmetLines(attempt('phone', '没有'))).toEqual(['CMP-02 field-format phone'])
  expect(unmetLines(attempt('party', 'alien'))).toEqual(['CMP-02 field-choice party'])
  expect(unmetLines(attempt('dailyLoss', '很多'))).toEqual(['CMP-02 field-format dailyLoss'])
  expect(unmetLines(attempt('address', ' '))).toEqual(['CMP-02 field address'])
  expect(unmetLines(attempt('batch', 'B'.repeat(501)))).toEqual(['CMP-02 field-too-long batch'])
  for (const [field, value] of [
    ['phone', '138 6120 6620'],
    ['party', 'end-user'],
    ['dailyLoss', '68000'],
    ['batch', ''],
  ] as const)
    expect(isRefusal(attempt(field, value))).toBe(false)
})
