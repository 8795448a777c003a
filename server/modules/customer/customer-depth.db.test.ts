import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerEntry, CustomerView } from '@yinuo/contract'
import { registration, walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await createOffice()
})
afterAll(() => office.stop())

type Fault = { error: string; fields?: { path: string }[] }
type Timeline = { entries: CustomerEntry[]; next: string | null }

const create = (name: string, party = 'agent') =>
  office.act<CustomerView>(office.staff.receptionist, 'POST', '/customers', { name, party })
const read = (id: string) =>
  office.act<CustomerView>(office.staff.leader, 'GET', `/customers/${id}`)
const link = (id: string, agent: string | null) =>
  office.call<CustomerView & Fault>(office.staff.handler, 'POST', `/customers/${id}/agent`, {
    agent,
  })
const timeline = (id: string, query = '', who = office.staff.leader) =>
  office.act<Timeline>(who, 'GET', `/customers/${id}/timeline${query}`)

test('CUS-02: complaint, agreement, promise and call-back of a customer stand in one line of time, newest first, with their case', async () => {
  const customer = await create('鑫源')
  const view = await walkCase(office, office, 'agreement-confirmed', { customerId: customer.id })
  await office.act(office.staff.handler, 'POST', `/complaints/${view.id}/promises`, {
    content: '周五前送到，电话13912345678',
    toWhom: '罗经理',
    dueAt: '2026-03-06T08:00:00Z',
    source: 'call',
  })
  await office.act(office.staff.handler, 'POST', `/complaints/${view.id}/enter-step`, {
    step: 'execution',
  })
  const { entries, next } = await timeline(customer.id)
  expect(next).toBeNull()
  expect(entries.map(({ type }) => type)).toEqual([
    'promised',
    'scan-confirmed',
    'agreement-drafted',
    'registered',
  ])
  expect(new Set(entries.map(({ complaint }) => complaint?.number))).toEqual(new Set([view.number]))
  expect(entries[0]).toMatchObject({ kind: 'promise', outcome: 'open' })
  // SYS-09: what was typed may hold a number.
  expect(entries[0]?.text).not.toContain('13912345678')
  expect(entries.at(-1)?.text).toContain('油压')
  const times = entries.map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
})

test('CUS-02: the line goes on page by page and leaves nothing out, also of one moment', async () => {
  const customer = await create('多件')
  for (const _ of [1, 2, 3, 4])
    await walkCase(office, office, 'signed', { customerId: customer.id })
  const whole = (await timeline(customer.id)).entries
  const seen: CustomerEntry[] = []
  let before: string | null = ''
  while (before !== null) {
    const more: string = before === '' ? '' : `&before=${encodeURIComponent(before)}`
    const page: Timeline = await timeline(customer.id, `?limit=1${more}`)
    seen.push(...page.entries)
    before = page.next
  }
  expect(seen).toEqual(whole)
  expect(whole).toHaveLength(4)
})

test('CUS-02: the line shows no more than the list does: who may not see a case reads nothing of it', async () => {
  const customer = await create('别人的')
  await walkCase(office, office, 'finding-out', { customerId: customer.id })
  expect((await timeline(customer.id)).entries).toHaveLength(1)
  expect((await timeline(customer.id, '', office.staff.secondHandler)).entries).toEqual([])
  const warehouse = await office.call(
    office.staff.warehouse,
    'GET',
    `/customers/${customer.id}/timeline`,
  )
  expect(warehouse.status).toBe(404)
  const nowhere = await office.call(
    office.staff.leader,
    'GET',
    `/customers/${randomUUID()}/timeline`,
  )
  expect(nowhere.status).toBe(404)
})

test('CUS-03: the file holds the trade relation, since when, the business expected, and the invoices with the oldest day', async () => {
  const customer = await create('老客户')
  const changed = await office.act<CustomerView>(
    office.staff.handler,
    'PUT',
    `/customers/${customer.id}`,
    { expectedVersion: 1, trade: 'long-term', since: '2019-03', prospects: '每年柴机油约 8 万元' },
  )
  const said = { trade: 'long-term', since: '2019-03', prospects: '每年柴机油约 8 万元' }
  expect(changed).toMatchObject({ ...said, firstPurchase: null })
  const { admin } = office.database
  for (const [number, day] of [
    ['FP-2', '2024-05-06'],
    ['FP-1', '2021-02-03'],
  ]) {
    await admin.query(
      `insert into invoice (org_id, invoice_id, number, customer_id, purchased_on) values ($1, gen_random_uuid(), $2, $3, $4)`,
      [office.orgId, number, customer.id, day],
    )
  }
  const view = await read(customer.id)
  expect(view.firstPurchase).toBe('2021-02-03')
  expect(view.invoices.map(({ number }) => number)).toEqual(['FP-2', 'FP-1'])
  expect((await timeline(customer.id)).entries.map(({ kind, at }) => [kind, at])).toEqual([
    ['purchase', '2024-05-05T16:00:00Z'],
    ['purchase', '2021-02-02T16:00:00Z'],
  ])
  const wrong = await office.call<Fault>(office.staff.handler, 'PUT', `/customers/${customer.id}`, {
    expectedVersion: view.version,
    since: '前年',
  })
  expect([wrong.status, wrong.body.fields?.[0]?.path]).toEqual([400, 'since'])
})

test('CUS-09: an agent and its end users lead to each other; only an agent has end users, and nobody is his own', async () => {
  const agent = await create('总代理')
  const garage = await create('宏达汽修', 'end-user')
  const linked = await link(garage.id, agent.id)
  expect([linked.status, linked.body.agent]).toEqual([200, { id: agent.id, name: '总代理' }])
  expect((await read(agent.id)).endUsers).toEqual([
    { id: garage.id, name: '宏达汽修', openComplaints: 0 },
  ])
  const other = await create('另一家', 'end-user')
  for (const [id, to] of [
    [other.id, garage.id],
    [agent.id, agent.id],
  ] as const) {
    const refused = await link(id, to)
    expect([refused.status, refused.body.fields?.[0]?.path]).toEqual([400, 'agent'])
  }
  expect((await link(other.id, randomUUID())).status).toBe(404)
  await link(garage.id, null)
  expect((await read(garage.id)).agent).toBeNull()
  const { rows } = await office.database.admin.query<{ type: string }>(
    'select type from event where stream_id = $1 order by seq',
    [garage.id],
  )
  expect(rows.map(({ type }) => type)).toEqual([
    'customer-created',
    'customer-linked',
    'customer-linked',
  ])
})

test('CUS-09: whom an agent names as end user when he complains is linked with him, once, and shown on both pages', async () => {
  const agent = await create('常来代理')
  const values = { ...registration().values, company: '常来代理', endUser: '顺风汽车修理厂' }
  const register = () =>
    office.act(
      office.staff.receptionist,
      'POST',
      '/complaints',
      registration({ customerId: agent.id, values }),
    )
  await register()
  await register()
  const { endUsers } = await read(agent.id)
  expect(endUsers.map(({ name }) => name)).toEqual(['顺风汽车修理厂'])
  const garage = await read(endUsers[0]?.id ?? '')
  expect(garage).toMatchObject({ party: 'end-user', agent: { id: agent.id, name: '常来代理' } })
  // A file that says of itself it is no agent's stands; the complaint is taken all the same.
  const company = await create('不是代理', 'company')
  await office.act(
    office.staff.receptionist,
    'POST',
    '/complaints',
    registration({ customerId: company.id, values }),
  )
  expect((await read(company.id)).endUsers).toEqual([])
})
