import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { api, CustomerView, DraftView, OutputOf } from '@yinuo/contract'
import { type Answer, done, type E2eOffice, openOffice, problemOf } from './office.ts'

// The intake draft over HTTP: kept from the first keystroke, registered once, merged only when somebody says so.

type SimilarView = OutputOf<typeof api.intake.similar>
type DraftsView = OutputOf<typeof api.intake.listDrafts>
type CountsView = OutputOf<typeof api.complaint.counts>

let office: E2eOffice

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

const content = (values: object, more: object = {}): object => ({
  kind: 'complaint',
  channel: 'phone',
  values,
  ...more,
})
const complete = {
  company: '鑫源润滑油经销部',
  address: '常州市武进区湖塘镇人民路18号',
  phone: '0519-80001234',
  reason: 'CF-4 15W-40 使用后油压报警',
  party: 'company',
  reporter: '罗经理',
  productName: 'CF-4 15W-40',
}

async function put(url: string, body: object): Promise<Answer> {
  return office.call<unknown>(office.staff.receptionist, 'PUT', url, body)
}

async function draft(values: object): Promise<string> {
  const id = randomUUID()
  await done(
    office.liufang.post('/intake-drafts', { id, playbook: 'LUB', content: content(values) }),
  )
  return id
}

test('CMP-01: the clock runs from the first keystroke, whatever is typed later and whenever it is registered', async () => {
  await office.setClock('2026-03-02T01:00:00Z', true)
  const id = await draft({ reason: '油' })
  await office.setClock('2026-03-02T01:12:00Z', true)
  await done(put(`/intake-drafts/${id}`, { revision: 2, content: content(complete) }))
  const made = await done(
    office.liufang.post(`/intake-drafts/${id}/register`, {
      content: content(complete),
      sign: true,
      handOverTo: office.chenzhiqiang.id,
    }),
  )
  expect(made).toMatchObject({
    id,
    receivedAt: '2026-03-02T01:00:00Z',
    registeredAt: '2026-03-02T01:12:00Z',
    statusLabel: '已移交',
  })
})

test('CMP-02, CMP-03, CMP-04: registering, signing and handing over in one go is all or nothing', async () => {
  const id = await draft(complete)
  const refused = await problemOf(
    office.liufang.post(`/intake-drafts/${id}/register`, {
      content: content(complete),
      sign: false,
      handOverTo: office.chenzhiqiang.id,
    }),
    422,
  )
  expect(refused.unmet?.[0]?.rule).toMatch(/CMP-0[34]/)
  expect((await office.liufang.get(`/complaints/${id}`)).status).toBe(404)
  expect((await done<DraftView>(office.liufang.get(`/intake-drafts/${id}`))).complaintId).toBeNull()
})

test('a draft keeps every word over reloads, refuses an older tab, and belongs to its writer alone', async () => {
  const id = await draft({ reason: '油压' })
  const words = [
    { at: '2026-03-02T01:01:12Z', text: '你们那个 CF-4 的油，换上去没几天油压灯就亮！', key: true },
  ]
  await done(
    put(`/intake-drafts/${id}`, {
      revision: 5,
      content: content({ reason: '油压报警' }, { words, unfinished: '还没按回车的半句' }),
    }),
  )
  const stale = await put(`/intake-drafts/${id}`, {
    revision: 4,
    content: content({ reason: '旧的' }),
  })
  expect(stale.status).toBe(409)
  const again = await done<DraftView>(office.liufang.get(`/intake-drafts/${id}`))
  expect(again.content).toMatchObject({
    words,
    unfinished: '还没按回车的半句',
    values: { reason: '油压报警' },
  })
  expect((await office.zhoujianguo.get(`/intake-drafts/${id}`)).status).toBe(422)
  expect((await office.chenzhiqiang.get(`/intake-drafts/${id}`)).status).toBe(404)
})

test('the line still being typed is registered as a word of the customer too', async () => {
  const id = await draft({})
  const made = await done(
    office.liufang.post(`/intake-drafts/${id}/register`, {
      content: content({ ...complete, company: '半句公司' }, { unfinished: '今天必须给我个说法' }),
    }),
  )
  expect(made.words.map((line) => line.text)).toEqual(['今天必须给我个说法'])
})

test('one draft never becomes two cases, also when the answer got lost and it is sent again under another key', async () => {
  const id = await draft(complete)
  const first = await done(
    office.liufang.post(`/intake-drafts/${id}/register`, { content: content(complete) }),
  )
  const second = await done(
    office.liufang.post(`/intake-drafts/${id}/register`, { content: content(complete) }),
  )
  expect(second).toMatchObject({ id: first.id, number: first.number, version: first.version })
})

test('CUS-01: a registration finds the file of the same name and number and makes one where there is none', async () => {
  const one = await done(
    office.liufang.post(`/intake-drafts/${await draft({})}/register`, {
      content: content({ ...complete, company: '新客户甲', phone: '13912345678' }),
    }),
  )
  const two = await done(
    office.liufang.post(`/intake-drafts/${await draft({})}/register`, {
      content: content({ ...complete, company: '新客户甲', phone: '139 1234 5678' }),
    }),
  )
  expect(two.customer?.id).toBe(one.customer?.id)
  const file = await done<CustomerView>(office.zhoujianguo.get(`/customers/${one.customer?.id}`))
  expect(file).toMatchObject({ name: '新客户甲', party: 'company', phone: '139********' })
  expect(file.complaints).toHaveLength(2)
})

test('SYS-09: a screen that has phone and address only masked leaves them out; the case takes them from the file', async () => {
  const known = await done(
    office.liufang.post(`/intake-drafts/${await draft({})}/register`, {
      content: content({ ...complete, company: '遮号公司', phone: '0519-86001111' }),
    }),
  )
  const { company: _company, phone: _phone, address: _address, ...rest } = complete
  const id = await draft({})
  const made = await done(
    office.liufang.post(`/intake-drafts/${id}/register`, {
      content: content(rest, { customerId: known.customer?.id }),
    }),
  )
  expect(made.forms['registration']?.values).toMatchObject({
    company: '遮号公司',
    phone: '0519-8600****',
  })
  const revealed = await done<{ value: string }>(
    office.zhoujianguo.post(`/complaints/${id}/reveal`, { form: 'registration', field: 'phone' }),
  )
  expect(revealed.value).toBe('0519-86001111')
})

test('SYS-16: the same customer, product and a similar reason within seven days are offered, and only merged when somebody says so', async () => {
  await office.setClock('2026-03-09T01:00:00Z', true)
  const values = { ...complete, company: '相似公司', phone: '0519-87770000' }
  const first = await done(
    office.liufang.post(`/intake-drafts/${await draft(values)}/register`, {
      content: content(values),
    }),
  )
  const again = { ...values, reason: '15W-40 柴机油用后油压报警，催处理' }
  const id = await draft(again)
  const offered = await done<SimilarView>(office.liufang.get(`/intake-drafts/${id}/similar`))
  expect(offered.cases).toMatchObject([{ id: first.id, number: first.number }])
  const other = await draft({ ...values, reason: '发票抬头开错了' })
  expect(
    (await done<SimilarView>(office.liufang.get(`/intake-drafts/${other}/similar`))).cases,
  ).toEqual([])
  const before = (await done<CountsView>(office.zhoujianguo.get('/complaints/counts'))).views.all
  const merged = await done(
    office.liufang.post(`/intake-drafts/${id}/merge`, {
      complaintId: first.id,
      content: content(again, {
        words: [{ at: '2026-03-09T01:00:00Z', text: '怎么还没人来', key: false }],
      }),
    }),
  )
  expect(merged).toMatchObject({ id: first.id, chasedAt: '2026-03-09T01:00:00Z' })
  expect(merged.words.map((line) => line.text)).toContain('怎么还没人来')
  expect((await done<CountsView>(office.zhoujianguo.get('/complaints/counts'))).views.all).toBe(
    before,
  )
  await office.setClock('2026-03-16T01:00:01Z', true)
  const late = await draft(again)
  expect(
    (await done<SimilarView>(office.liufang.get(`/intake-drafts/${late}/similar`))).cases,
  ).toEqual([])
})

test('CMP-06: a draft that was no complaint is put aside with a reason; a registered complaint cannot be discarded at all', async () => {
  const id = await draft({ reason: '打错了' })
  expect((await office.liufang.post(`/intake-drafts/${id}/discard`, { reason: ' ' })).status).toBe(
    400,
  )
  await done(office.liufang.post(`/intake-drafts/${id}/discard`, { reason: '打错电话' }))
  const registered = await draft(complete)
  await done(
    office.liufang.post(`/intake-drafts/${registered}/register`, { content: content(complete) }),
  )
  expect(
    (await office.liufang.post(`/intake-drafts/${registered}/discard`, { reason: '不想要了' }))
      .status,
  ).toBe(404)
  expect(
    (await office.call(office.staff.administrator, 'DELETE' as 'POST', `/complaints/${registered}`))
      .status,
  ).toBe(404)
})

test('a draft older than a quarter of an hour shows to the superior, without what is personal in it', async () => {
  await office.setClock('2026-03-20T01:00:00Z', true)
  const id = await draft({ company: '没写完的公司', phone: '0519-80009999', reason: '油' })
  const seen = async (): Promise<DraftView[]> =>
    (await done<DraftsView>(office.wutong.get('/intake-drafts'))).drafts
  await office.setClock('2026-03-20T01:14:00Z', true)
  expect((await seen()).map((one) => one.id)).not.toContain(id)
  await office.setClock('2026-03-20T01:16:00Z', true)
  const superiors = [office.chenzhiqiang, office.wutong]
  const views = await Promise.all(
    superiors.map(async (one) =>
      (await done<DraftsView>(one.get('/intake-drafts'))).drafts.filter((row) => row.id === id),
    ),
  )
  const shown = views.flat()
  expect(shown).toHaveLength(1)
  expect(JSON.stringify(shown)).not.toContain('80009999')
})
