import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintView } from '@yinuo/contract'
import { walkCase } from '@yinuo/server/testing'
import { done, type E2eOffice, type NoticesView, openOffice, problemOf } from './office.ts'

// What the method of LUB asks between the first talk and the plan, as the server judges it; the rules one by one are in
// playbooks/method, S01's own lines in s01.http.test.ts.

let office: E2eOffice
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

type Place = Parameters<typeof walkCase>[2]

/** A case of 陈志强 at a place, and what he and 周建国 do with it. */
async function caseAt(place: Place) {
  const { id } = await walkCase(office, office, place)
  const { chenzhiqiang, zhoujianguo } = office
  const url = (action: string): string => `/complaints/${id}/${action}`
  return {
    id,
    url,
    read: () => done(chenzhiqiang.get(`/complaints/${id}`)),
    handler: (action: string, body: object = {}) => chenzhiqiang.post(url(action), body),
    leader: (action: string, body: object = {}) => zhoujianguo.post(url(action), body),
  }
}
const entry = (kind: string, values: object, more: object = {}) => ({ kind, values, ...more })
const rules = (problem: { unmet?: readonly { rule: string }[] | undefined }) =>
  problem.unmet?.map((gate) => gate.rule) ?? []

/** Refused by exactly these rules; nothing stored moved and the attempt is kept. */
async function refused(
  id: string,
  attempt: () => ReturnType<typeof office.chenzhiqiang.post>,
  expected: readonly string[],
) {
  const before = await office.snapshot(id)
  const problem = await problemOf(attempt(), 422)
  expect(rules(problem)).toEqual(expected)
  const after = await office.snapshot(id)
  expect(after.stored).toBe(before.stored)
  expect(after.refusals).toBe(before.refusals + 1)
  return problem
}

test('GDE-06 a should gate is refused without a reason and passed with one, which stands on the case as a debt', async () => {
  const { id, handler } = await caseAt('negotiating')
  const apology = entry('apology', { person: '罗经理', inconvenience: '耽误了工期' })
  const problem = await refused(id, () => handler('add-record', apology), ['GDE-06'])
  expect(problem.unmet?.[0]).toMatchObject({ strength: 'should', missing: [{ form: 'vent' }] })
  const view = await done(handler('add-record', { ...apology, skip: { 'GDE-06': '客户赶时间' } }))
  expect(view.debts).toMatchObject([
    { rule: 'GDE-06', reason: '客户赶时间', by: { name: '陈志强' } },
  ])
  await done(handler('add-record', apology))
})

test('INV-14 INV-17 ESC-10 a request is answered once, by a leader, with a word where it is a no', async () => {
  const { id, handler, leader, read } = await caseAt('negotiating')
  const visit = { purpose: '取油样', goOn: '2026-03-05', cost: 60_000 }
  const asked = await done(handler('add-record', entry('visit-request', visit)))
  expect(asked.records['visit-request']?.[0]?.decision).toBeNull()
  const notices = await done<NoticesView>(office.zhoujianguo.get('/notices'))
  expect(notices.notices[0]).toMatchObject({ kind: 'record-added', title: '等您批复' })

  const answer = { kind: 'visit-request', entry: 0, decision: 'rejected' }
  await refused(id, () => handler('decide-record', answer), ['ROLE-22', 'SYS-15', 'APR-02'])
  await refused(id, () => leader('decide-record', answer), ['APR-02'])
  await done(leader('decide-record', { ...answer, remarks: '先寄油样来' }))
  expect((await read()).records['visit-request']?.[0]?.decision).toMatchObject({
    decision: 'rejected',
    by: { name: '周建国' },
    remarks: '先寄油样来',
  })
  const late = { ...answer, decision: 'approved' }
  await refused(id, () => leader('decide-record', late), ['APR-02'])
  expect((await office.liufang.post(`/complaints/${id}/decide-record`, late)).status).toBe(422)
})

test('SPK-01 SPK-13 a text for the customer is refused with the better wording; SPK-15 goes out with a reason', async () => {
  const { id, handler } = await caseAt('negotiating')
  const reply = (content: string, more: object = {}) =>
    handler('reply', { means: 'phone', person: '罗经理', content, ...more })
  const problem = await refused(id, () => reply('您怎麼會用呢？'), ['SPK-13'])
  expect(problem.unmet?.[0]?.text).toContain('可以说：请问您是怎样使用的呢')
  await refused(id, () => reply('您怎麼會用呢？', { skip: { 'SPK-13': '他先骂' } }), ['SPK-13'])
  await refused(id, () => reply('这个您不懂'), ['SPK-15'])
  const view = await done(reply('这个您不懂', { skip: { 'SPK-15': '客户自己说的' } }))
  expect(view.debts.map((debt) => debt.rule)).toEqual(['SPK-15'])
})

test('INV-12 PRM-11 what was said already is recorded, and the leaders are told at once', async () => {
  const { id, handler, read } = await caseAt('negotiating')
  const unsure = { form: 'analysis', expectedVersion: 0, values: { certainty: 'none' } }
  await done(handler('save-form', unsure))
  const oil = {
    content: '今天给您换油',
    toWhom: '罗经理',
    dueAt: (await office.now()).add({ hours: 5 }).toString(),
    source: 'call',
    about: 'outcome',
  }
  await refused(id, () => handler('promises', oil), ['INV-12'])
  await done(handler('promises', { ...oil, spoken: true }))
  expect((await read()).commitments.map((one) => one.label)).toContain('今天给您换油')
  const { notices } = await done<NoticesView>(office.zhoujianguo.get('/notices'))
  expect(notices[0]).toMatchObject({ kind: 'advised', title: '请您过问' })
  expect(notices[0]?.detail).toContain('已说出口：今天给您换油')
})

test('ESC-09 a serious complaint shows itself and calls the leaders; GDE-02 and INV-18 say what is done and asked', async () => {
  const { handler, leader, read } = await caseAt('considered')
  const before = await read()
  const { values = {}, version = 0 } = before.forms['analysis'] ?? {}
  const serious = { ...values, severity: 'serious' }
  const view = await done(
    handler('save-form', { form: 'analysis', expectedVersion: version, values: serious }),
  )
  expect(view.marks.map((mark) => mark.rule)).toEqual(['ESC-09'])
  const care = entry('leader-care', { means: 'phone', doneOn: '2026-03-02', content: '致意' })
  const cared = await done<ComplaintView>(leader('add-record', care))
  expect(cared.marks).toEqual([])
  expect(cared.mood).toBe('calm')
  expect(cared.cardTicks['six-steps']).toEqual([true, true, true, false, false, false])
  expect(cared.questions).toMatchObject([{ form: 'questions', asked: 6, answered: 5, unasked: [] }])
})

test('a closing is advised to look at the seven points and never held up by it (GDE-03)', async () => {
  const { read } = await caseAt('executing')
  const close = (await read()).options.find((option) => option.action === 'close')
  expect(close?.advice.map((gate) => gate.rule)).toEqual(['GDE-03'])
  expect(close?.unmet.map((gate) => gate.rule)).not.toContain('GDE-03')
})
