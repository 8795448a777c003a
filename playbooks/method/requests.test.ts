import { noticesFor } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life, LUB, registered } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff } from './staff.ts'
import { followUp, record, walkedTo } from './way.ts'

const decided = (kind: string, entry = 0) =>
  ({ type: 'decide-record', kind, entry, decision: 'approved', remarks: '' }) as const
const told = (life: Life, name: string) => {
  const last = life.history.at(-1)
  if (last === undefined) throw new Error('nothing happened')
  return noticesFor(last, life.state, contextOf(name, life.now, life.people)).map(({ to }) => to)
}

test('INV-14 a visit out of town is asked for with purpose, day and cost, and a leader answers', () => {
  const life = walkedTo('negotiating').do('陈志强', record('visit-request'))
  expect(told(life, '陈志强')).toEqual(['林岚', '周建国'])
  const { cost: _, ...free } = record('visit-request').values
  const costless = { type: 'add-record', kind: 'visit-request', values: free } as const
  expect(unmetLines(life.try('陈志强', costless))).toEqual(['INV-14 field cost'])
  expect(unmetLines(life.try('陈志强', decided('visit-request')))).toEqual([
    'ROLE-22 post ← leader',
    'SYS-15 not-own ← leader',
  ])
  const refuse = { ...decided('visit-request'), decision: 'rejected' } as const
  expect(unmetLines(life.try('周建国', refuse))).toEqual(['APR-02 remarks remarks'])
  life.do('周建国', decided('visit-request'))
  expect(told(life, '周建国')).toEqual(['陈志强'])
  expect(life.state.records['visit-request']?.[0]?.decision).toMatchObject({
    decision: 'approved',
    by: '周建国',
  })
  expect(unmetLines(life.try('周建国', decided('visit-request')))).toEqual(['APR-02 open-proposal'])
})

test('INV-17 every demand beyond money gets an answer of its own, and no case is closed before', () => {
  const life = walkedTo('satisfied').do('陈志强', record('other-demand'))
  const branch = { kind: 'branch', content: '在镇上开一家' }
  life.do('陈志强', { type: 'add-record', kind: 'other-demand', values: branch })
  const open = ['INV-17 open-decision 经济补偿以外的要求 ← leader']
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual(open)
  life.do('周建国', decided('other-demand', 1))
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual(open)
  const no = { ...decided('other-demand'), decision: 'rejected', remarks: '今年没有预算' } as const
  life.do('周建国', no)
  expect(life.state.records['other-demand']?.map((one) => one.decision?.decision)).toEqual([
    'rejected',
    'approved',
  ])
  life.do('陈志强', { type: 'close', clean: true })
  const odd = { kind: 'money', content: '再加五百' }
  expect(
    unmetLines(
      walkedTo('negotiating').try('陈志强', {
        type: 'add-record',
        kind: 'other-demand',
        values: odd,
      }),
    ),
  ).toEqual(['INV-17 field-choice kind'])
})

test('ESC-10 a well-known person assists only with a leader’s consent', () => {
  const life = walkedTo('negotiating').do('陈志强', record('public-figure'))
  expect(life.state.records['public-figure']?.[0]?.decision).toBeNull()
  life.do('周建国', { ...decided('public-figure'), decision: 'returned', remarks: '先不请' })
  expect(life.state.records['public-figure']?.[0]?.decision?.decision).toBe('returned')
})

test('SYS-15 a leader who handles the case himself answers none of his own requests', () => {
  const life = walkedTo('negotiating')
  life.do('陈志强', { type: 'hand-over', to: '林岚' }).do('林岚', { type: 'acknowledge' })
  life.do('林岚', record('visit-request'))
  expect(unmetLines(life.try('林岚', decided('visit-request')))).toEqual([
    'SYS-15 not-own ← leader',
  ])
})

test('ROLE-04 a leader is asked for advice, answers requests, returns or rejects, and calls on the customer himself', () => {
  const life = walkedTo('considered').do('陈志强', record('visit-request'))
  const opinion = { colleague: '周建国', opinion: '赔油', clear: true }
  life.do('陈志强', { type: 'add-record', kind: 'consultation', values: opinion })
  life.do('周建国', decided('visit-request')).do('周建国', record('leader-care'))
  for (const kind of ['contact', 'note', 'apology'])
    expect(unmetLines(life.try('周建国', record(kind)))).toContain('ROLE-22 post ← after-sales')
})

test('what waits for no answer is not answered', () => {
  const life = walkedTo('considered')
  for (const kind of ['contact', 'constructor', 'visit-request', ''])
    expect(unmetLines(life.try('周建国', decided(kind)))).toEqual(['APR-02 open-proposal'])
})

test('GDE-02 GDE-03 closing asks for the vent note and the apology, and advises the self-check of the seven points', () => {
  const life = walkedTo('following up').do('陈志强', followUp())
  const records = { ...life.state.records, vent: [] }
  life.state = { ...life.state, records }
  expect(unmetLines(life.try('陈志强', { type: 'close', clean: true }))).toEqual([
    'GDE-02 record 听客户说完 ← after-sales',
  ])
  life.do('陈志强', { type: 'close', clean: true, skip: { 'GDE-02': '只有传真' } })
  expect(life.state).toMatchObject({ status: 'closed', debts: [{ rule: 'GDE-02' }] })
})

test('STF-08 who asks to go out of town names somebody fit for it, or is fit himself', () => {
  const unfit = staff({ 陈志强: { fulfils: [] } })
  const life = walkedTo('negotiating', registered('刘芳', unfit))
  const request = (goer: string) => {
    const { kind, values } = record('visit-request')
    return { type: 'add-record', kind, values: { ...values, goer } } as const
  }
  expect(unmetLines(life.try('陈志强', record('visit-request')))).toEqual([
    'STF-08 visit-qualification goer ← 吴敏, 郑凯, 林岚',
  ])
  expect(unmetLines(life.try('陈志强', request('刘芳')))).toEqual([
    'STF-08 visit-qualification goer ← 吴敏, 郑凯, 林岚',
  ])
  life.do('陈志强', request('吴敏'))
  expect(told(life, '陈志强')).toEqual(['林岚', '周建国'])
})

test('STF-09 before a visit the appearance list is ticked, each point of it; a visit without it is recorded all the same', () => {
  const life = walkedTo('negotiating')
  const ticks = (values: Record<string, boolean>) =>
    ({ type: 'add-record', kind: 'visit-check', values }) as const
  expect(unmetLines(life.try('陈志强', ticks({ neat: true })))).toEqual([
    'STF-09 field manners, field face',
  ])
  life.do('陈志强', ticks({ neat: true, manners: true, face: true }))
  const gate = LUB.gates.find(({ id }) => id === 'STF-09')
  expect(gate).toMatchObject({ strength: 'advice', need: { recorded: { kind: 'visit-check' } } })
})
