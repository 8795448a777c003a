import { after, type Commitment, isRefusal, nextFireAt, register, stagesOf } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, Life, march, registered, registration } from './life.ts'
import { staff } from './staff.ts'
import { followUp, PLAN, record, TOLD, walkedTo } from './way.ts'

const due = (one: Commitment | undefined) => one?.dueAt
const running = (life: Life) =>
  [...life.commitments.values()].filter((one) => one.outcome === 'open').map((one) => one.clock)

test('CMP-04 who is handed a complaint has 30 minutes to acknowledge, warned 10 before, his superior told after', () => {
  const [clock] = walkedTo('handed over').clock('acknowledgement')
  expect(clock).toMatchObject({
    owner: '陈志强',
    rule: 'CMP-04',
    openedAt: march(2, '09:04'),
    dueAt: march(2, '09:34'),
    warnAt: march(2, '09:24'),
    outcome: 'open',
  })
  expect(
    clock === undefined ? [] : stagesOf(clock).map(({ at, kind, to }) => [at, kind, ...to]),
  ).toEqual([
    [march(2, '09:24'), 'warning', 'owner'],
    [march(2, '09:34'), 'breach', 'owner', 'superior'],
    [march(2, '09:49'), 'rung', 'superior-of-superior'],
  ])
  expect(walkedTo('finding out').clock('acknowledgement')[0]).toMatchObject({
    outcome: 'met',
    metAt: march(2, '09:10'),
  })
})

test('CLK-07 an answer is due by 24:00 of the day the first word came, wherever it was registered from', () => {
  expect(due(registered().clock('same-day-reply')[0])).toBe('2026-03-02T16:00:00Z')
  const night = after(march(2, '23:58'), 'PT1M59S')
  const command = registration({ receivedAt: night, firstKeystrokeAt: night })
  const outcome = register(command, contextOf('刘芳', march(3, '00:02'), staff()))
  if (isRefusal(outcome)) throw new Error('refused')
  const late = new Life(outcome, '刘芳', march(3, '00:02'), staff())
  // Two minutes into the new day the answer of the old one is already missing, and it is said at once.
  expect(late.clock('same-day-reply')[0]).toMatchObject({
    dueAt: '2026-03-02T16:00:00Z',
    warnAt: null,
  })
  late.wake(march(3, '00:02'))
  expect(late.firings.map(({ stage }) => stage.kind)).toEqual(['breach'])
})

test('CLK-07 an answer to the customer meets it, as does telling the decision', () => {
  const life = walkedTo('finding out')
  life.do('陈志强', { type: 'reply', means: 'phone', person: '罗经理', content: '明天到' })
  expect(life.clock('same-day-reply')[0]?.outcome).toBe('met')
  expect(walkedTo('plan approved').clock('same-day-reply')[0]?.outcome).toBe('open')
  expect(walkedTo('plan accepted').clock('same-day-reply')[0]?.outcome).toBe('met')
})

test('CMP-08 what runs for the owner passes to who acknowledges', () => {
  const life = registered()
  expect(life.clock('idle')[0]?.owner).toBe('刘芳')
  const there = walkedTo('finding out')
  for (const key of ['idle', 'same-day-reply', 'opinion'])
    expect(there.clock(key)[0]?.owner).toBe('陈志强')
})

test('APR-01 APR-02 CLK-08 opinion, approval and the answer afterwards follow one another', () => {
  const life = walkedTo('plan submitted')
  expect(life.clock('opinion')[0]).toMatchObject({ outcome: 'met', dueAt: march(5, '09:10') })
  expect(life.clock('approval')[0]).toMatchObject({
    owner: null,
    ownedBy: 'leaders',
    dueAt: march(2, '15:00'),
    warnAt: march(2, '14:00'),
  })
  life.do('周建国', { type: 'decide-plan', decision: 'returned', remarks: '再算' })
  expect(life.clock('approval')[0]?.outcome).toBe('met')
  life.do('陈志强', { type: 'submit-plan', plan: PLAN }, march(2, '13:00'))
  life.do('周建国', { type: 'decide-plan', decision: 'approved', remarks: '' })
  expect(life.clock('approval').map((one) => one.outcome)).toEqual(['met', 'met'])
  expect(due(life.clock('reply-after-approval')[0])).toBe(march(2, '15:00'))
  life.do('陈志强', { type: 'tell-decision', ...TOLD }, march(2, '15:01'))
  expect(life.clock('reply-after-approval')[0]).toMatchObject({
    outcome: 'met-late',
    missedAt: march(2, '15:00'),
  })
})

test('AGR-01 the signature is waited for three days and given up when the agreement is void', () => {
  const life = walkedTo('agreement drafted')
  expect(due(life.clock('signature')[0])).toBe(march(5, '16:00'))
  life.do('陈志强', { type: 'record-opinion', opinion: 'declined', words: '不要油' })
  expect(life.clock('signature')[0]?.outcome).toBe('void')
  expect(walkedTo('agreement confirmed').clock('signature')[0]?.outcome).toBe('met')
})

test('EXE-04 FUP-01 execution and follow-up run until the next step and the next call', () => {
  const life = walkedTo('executing')
  expect(life.clock('execution').map((one) => `${one.content} ${one.dueAt}`)).toEqual([
    `发货 CF-4 15W-40 柴机油 ${march(4, '16:40')}`,
    `发放小礼品 保温杯 ${march(6, '00:00')}`,
  ])
  const on = walkedTo('following up')
  expect(on.clock('execution')[0]?.outcome).toBe('met')
  expect(due(on.clock('follow-up')[0])).toBe(march(6, '11:30'))
})

test('FUP-01 the named time of the next follow-up is a clock, however the time was written', () => {
  const life = walkedTo('following up')
  const nextAt = '2026-03-05T10:00:00.000+08:00'
  life.do('陈志强', followUp({ satisfied: false, dislikes: '异响', nextAt }), march(4, '10:00'))
  const next = life.clock('follow-up')[1]
  expect(next).toMatchObject({ dueAt: march(5, '10:00'), warnAt: march(5, '06:00') })
  expect(
    next === undefined ? [] : stagesOf(next).map(({ kind, to }) => [kind, ...to].join(' ')),
  ).toEqual(['warning owner', 'breach owner superior'])
})

test('ESC-13 silence of 24 hours is said once; any activity begins the count anew', () => {
  const life = registered()
  expect(due(life.clock('idle')[0])).toBe(march(3, '09:02'))
  life.do('刘芳', { type: 'sign' }, march(2, '20:00'))
  // The clock is not written on every activity; it asks when it would fire.
  life.wake(march(3, '08:00'))
  expect(life.clock('idle')[0]).toMatchObject({ dueAt: march(3, '20:00'), fired: 0 })
  life.wake(march(3, '20:00'))
  expect(life.firings.filter(({ id }) => life.commitment(id).clock === 'idle')).toMatchObject([
    { stage: { kind: 'warning', at: march(3, '18:00') } },
    { stage: { kind: 'breach', at: march(3, '20:00') } },
  ])
  expect(life.clock('idle')[0]).toMatchObject({ missedAt: march(3, '20:00'), outcome: 'open' })
})

test('ESC-13 a case that fell silent once, woke up and falls silent again is surfaced again', () => {
  const life = walkedTo('finding out')
  life.wake(march(4, '00:00'))
  life.do('陈志强', record('contact'), march(4, '09:00'))
  expect(life.clock('idle')[0]).toMatchObject({
    dueAt: march(5, '09:00'),
    missedAt: march(3, '09:10'),
  })
  life.wake(march(6, '00:00'))
  const idle = life.clock('idle')[0]
  const fired = life.firings.filter(({ id }) => id === idle?.id).map(({ stage }) => stage.at)
  expect(fired).toEqual([
    march(3, '07:10'),
    march(3, '09:10'),
    march(5, '07:00'),
    march(5, '09:00'),
  ])
})

test('ESC-13 looking at the number is no activity', () => {
  const life = walkedTo('finding out')
  life.wake(march(4, '00:00'))
  life.do('陈志强', { type: 'reveal-contact', field: 'phone' }, march(4, '09:00'))
  const idle = life.clock('idle')[0]
  expect(idle === undefined ? null : nextFireAt(idle)).toBeNull()
})

test('CLK-21 the end stops every clock, and what was missed before stays missed', () => {
  const life = walkedTo('finding out')
  life.wake(march(3, '10:00'))
  life.do(
    '陈志强',
    { type: 'propose-ending', ending: 'withdrawn', reason: '撤诉' },
    march(3, '10:00'),
  )
  life.do('周建国', { type: 'decide-ending', decision: 'approved', remarks: '' })
  expect(running(life)).toEqual([])
  expect(life.clock('same-day-reply')[0]).toMatchObject({
    outcome: 'void',
    missedAt: march(3, '00:00'),
  })
})
