import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintView, CustomerView, FiguresView, Problem } from '@yinuo/contract'
import { registration, TOLD, walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'

let office: Office
let first: ComplaintView
let customer: CustomerView

/** Two cases with an approved plan, one answered the next day, one that ended as misregistered without any answer. */
beforeAll(async () => {
  office = await createOffice()
  const { receptionist, handler, leader } = office.staff
  customer = await office.act(receptionist, 'POST', '/customers', {
    name: '=cmd|鑫源',
    party: 'agent',
    phone: '0519-80001234',
    address: '常州市武进区湖塘镇人民路18号',
  })
  const named = { ...registration().values, company: '=cmd|鑫源' }
  first = await walkCase(office, office, 'plan-accepted', {
    customerId: customer.id,
    values: named,
  })
  await walkCase(office, office, 'plan-approved')
  const wrong = await walkCase(office, office, 'finding-out')
  await office.act(handler, 'POST', `/complaints/${wrong.id}/propose-ending`, {
    ending: 'misregistered',
    reason: '登错了',
  })
  await office.act(leader, 'POST', `/complaints/${wrong.id}/decide-ending`, {
    decision: 'approved',
    remarks: '',
  })
  const late = await walkCase(office, office, 'finding-out')
  await office.setClock('2026-03-03T02:00:00Z')
  await office.act(handler, 'POST', `/complaints/${late.id}/reply`, TOLD)
})
afterAll(() => office.stop())

const figures = (by = 'type', from = '2026-03-02', until = '2026-03-02') =>
  office.act<FiguresView>(
    office.staff.leader,
    'GET',
    `/figures?from=${from}&until=${until}&by=${by}`,
  )
const exported = (path: string, body: object, who = office.staff.leader) =>
  office.call<Buffer>(who, 'POST', path, body)

test('KPI-12: remedies and their cost by type, customer, product and cause, with the class, counted from the approved plans', async () => {
  const byType = (await figures()).remedies
  const lines = first.plan?.content.remedies ?? []
  const sum = lines.reduce((all, line) => all + line.amountFen, 0)
  expect(byType.total).toMatchObject({
    cases: 2,
    remedies: 2 * lines.length,
    costFen: 2 * sum,
    classes: { earns: 0, even: 2, 'small-loss': 0 },
  })
  expect(byType.groups.map(({ label }) => label)).toEqual(['赠送油品', '小礼品', '道歉'])
  expect(byType.groups[0]).toMatchObject({ cases: 2, remedies: 2, costFen: 160_000 })
  for (const by of ['customer', 'product', 'cause'] as const) {
    const { total, groups } = (await figures(by)).remedies
    expect(total).toEqual(byType.total)
    expect(groups.reduce((all, group) => all + group.costFen, 0)).toBe(total.costFen)
  }
  const labels = async (by: string) =>
    (await figures(by)).remedies.groups
      .map(({ label }) => label)
      .toSorted((a, b) => (a < b ? -1 : 1))
  expect(await labels('customer')).toEqual(['=cmd|鑫源', '鑫源润滑油经销部'])
  expect(await labels('product')).toEqual(['CF-4 15W-40 柴机油'])
  expect(await labels('cause')).toEqual(['公司过错'])
})

test('KPI-13: who was answered on the day of receipt; every case received stays in the denominator, however it ended', async () => {
  const view = await figures()
  expect(view.received).toBe(4)
  expect(view.answered).toEqual({ sameDay: 1, later: 1, notYet: 2 })
  expect(view.endings).toEqual([{ label: '误登', cases: 1 }])
  expect(view.open).toBe(3)
  expect(await figures('type', '2026-03-03', '2026-03-03')).toMatchObject({
    received: 0,
    answered: { sameDay: 0, later: 0, notYet: 0 },
    remedies: { groups: [], total: { cases: 0, costFen: 0 } },
  })
})

test('KPI-12, ROLE-22: figures are for leaders; another organisation’s cases are in nobody else’s', async () => {
  for (const who of [office.staff.handler, office.staff.warehouse]) {
    const refused = await office.call<Problem>(
      who,
      'GET',
      '/figures?from=2026-03-02&until=2026-03-02',
    )
    expect([refused.status, refused.body.unmet?.[0]?.rule]).toEqual([422, 'ROLE-22'])
  }
  const other = await office.openCompany('另一家', 'o-')
  const foreign = await office.act<FiguresView>(
    other.staff.leader,
    'GET',
    '/figures?from=2026-01-01&until=2026-12-31',
  )
  expect(foreign.received).toBe(0)
})

test('KPI-12, SYS-19: the figures as CSV with the mark of UTF-8, money in yuan with two decimals', async () => {
  const asked = { from: '2026-03-02', until: '2026-03-02', by: 'type' }
  const { status, body, headers } = await exported('/figures/export', asked)
  expect(status).toBe(200)
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(String(headers['content-type'])).toContain('text/csv')
  const text = body.toString()
  expect(text).toContain('赠送油品,2,2,1600.00,0,2,0')
  expect(text).toContain('受理,4')
  expect(text).toContain('当天答复,1')
})

test('SYS-19: the list of complaints as CSV: what the list shows, cells a spreadsheet would calculate made text, and a trace', async () => {
  const { status, body } = await exported('/complaints/export', { view: 'all' })
  expect(status).toBe(200)
  const text = body.toString()
  expect(body[0]).toBe(0xef)
  expect(text.trim().split('\r\n')).toHaveLength(1 + 4)
  expect(text).toContain(`${first.number},'=cmd|鑫源,代理商,`)
  expect(text).not.toMatch(/(^|,)=/m)
  // The same sight as the list: 吴敏 has no part in any of them.
  const hers = await exported('/complaints/export', { view: 'all' }, office.staff.secondHandler)
  expect(hers.body.toString().trim().split('\r\n')).toHaveLength(1)
  const { rows } = await office.database.admin.query<{ fields: { what: string; rows: number } }>(
    `select v.fields from event e join event_value v using (org_id, stream_id, seq)
     where e.type = 'exported' and e.stream_id = $1 order by e.seq`,
    [office.staff.leader.id],
  )
  expect(rows.at(-1)?.fields).toMatchObject({ what: 'complaints', rows: 4 })
})

test('SYS-19, SYS-09: the list of customers as CSV has numbers and addresses masked; who sees no customers gets none', async () => {
  const { body } = await exported('/customers/export', {})
  const text = body.toString()
  expect(text).toContain("'=cmd|鑫源,代理商,")
  expect(text).not.toContain('80001234')
  expect(text).not.toContain('人民路18号')
  const warehouse = await exported('/customers/export', {}, office.staff.warehouse)
  expect(warehouse.body.toString().trim().split('\r\n')).toHaveLength(1)
})
