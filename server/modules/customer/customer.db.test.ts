import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CustomerView, Problem } from '@yinuo/contract'
import { createTestOffice, type Staff } from '../../testing/test-office.ts'
import { customerHandlers } from './index.ts'

type Office = Awaited<ReturnType<typeof createTestOffice>>
type Answer = CustomerView & Problem & { value: string }

const HUITONG = {
  name: '常州匯通汽車修理廠 🚗',
  party: 'end-user',
  phone: '0519-80001234',
  address: '常州市武进区湖塘镇人民路18号',
  salutation: '罗经理',
  responsible: '罗建国，厂长',
  products: 'CF-4 15W-40 柴机油，每月 20 桶',
  contacts: [
    { name: '罗建国', role: '厂长', phone: '13861206620' },
    { name: '小王', role: '仓库', phone: '13861209999' },
  ],
  note: '',
  trade: '',
  since: '',
  prospects: '',
}

let office: Office
const changes: { noun: string; id: string; version: number }[] = []
beforeAll(async () => {
  office = await createTestOffice(({ pool }) =>
    customerHandlers({
      pool,
      complaintsOf: async () => [],
      countComplaints: async (_principal, ids) =>
        new Map(ids.map((id) => [id, { open: 1, all: 2 }])),
      promisesOf: async () => [],
      historyOf: async () => [],
      changed: (change) => void changes.push(change),
    }),
  )
})
afterAll(() => office.stop())

const create = (who: Staff, content: object = HUITONG, key?: string) =>
  office.call<Answer>(who, 'POST', '/customers', content, key)
const read = (who: Staff, id: string) => office.call<Answer>(who, 'GET', `/customers/${id}`)
const change = (id: string, body: object, key?: string) =>
  office.call<Answer>('handler', 'PUT', `/customers/${id}`, body, key)
const confirm = (who: Staff, id: string, item: string) =>
  office.call<Answer>(who, 'POST', `/customers/${id}/confirm`, { item })
const reveal = (who: Staff, id: string, body: object, key?: string) =>
  office.call<Answer>(who, 'POST', `/customers/${id}/reveal`, body, key)

/** As the database has it, without any mask. */
async function stored(id: string) {
  const { rows } = await office.database.admin.query<{
    phone: string
    address: string
    contacts: { phone: string }[]
    version: number
  }>('select phone, address, contacts, version from customer where customer_id = $1', [id])
  return rows[0]
}
async function events(id: string) {
  const { rows } = await office.database.admin.query<{
    type: string
    fields: object
    actor_id: string
  }>(
    `select e.type, e.actor_id, v.fields from event e join event_value v using (org_id, stream_id, seq)
     where e.stream_id = $1 order by e.seq`,
    [id],
  )
  return rows
}

describe('the file of a customer (CUS-01, CUS-11)', () => {
  test('is created with its four items and salutation, masked for everybody (SYS-09)', async () => {
    const { status, body } = await create('receptionist')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 1,
      name: HUITONG.name,
      salutation: '罗经理',
      phone: '0519-8000****',
      address: '常州市武进区****',
      contacts: [{ phone: '138********' }, { phone: '138********' }],
      confirmed: { identity: null, products: null, responsible: null, contacts: null },
      mayEdit: false,
      mayReveal: false,
    })
    expect(await events(body.id)).toMatchObject([
      { type: 'customer-created', actor_id: office.people.receptionist.id },
    ])
    expect(JSON.stringify((await read('leader', body.id)).body)).not.toMatch(/1234|人民路|206620/)
    expect(changes).toContainEqual({
      orgId: office.orgId,
      noun: 'customer',
      id: body.id,
      version: 1,
    })
  })

  test('shows when each item was last confirmed and by whom; changing an item takes its confirmation away', async () => {
    const { id } = (await create('receptionist')).body
    await confirm('receptionist', id, 'identity')
    const { body } = await confirm('handler', id, 'contacts')
    expect(body.confirmed).toMatchObject({
      identity: { by: { name: '姓名receptionist' } },
      contacts: { by: { id: office.people.handler.id } },
      products: null,
    })
    const later = await change(id, { expectedVersion: 3, salutation: '罗厂长' })
    expect(later.body).toMatchObject({
      salutation: '罗厂长',
      version: 4,
      confirmed: { identity: null },
    })
    expect(later.body.confirmed.contacts).not.toBeNull()
  })

  test('an id that stands already is a conflict and overwrites nothing', async () => {
    const { id } = (await create('receptionist')).body
    expect((await create('receptionist', { ...HUITONG, id, name: '别人' })).status).toBe(409)
    expect((await read('handler', id)).body.name).toBe(HUITONG.name)
  })

  test('sent again with its key it is one customer', async () => {
    const [first, second] = await Promise.all([
      create('receptionist', HUITONG, 'create-once-1'),
      create('receptionist', HUITONG, 'create-once-1'),
    ])
    expect(first.status).toBe(200)
    expect(second.body.id).toBe(first.body.id)
    expect(
      (await create('receptionist', { ...HUITONG, name: '换了' }, 'create-once-1')).body.error,
    ).toBe('key-reused')
  })
})

describe('changing a file', () => {
  test('of an older version is a conflict that shows what stands now, masked', async () => {
    const { id } = (await create('receptionist')).body
    await change(id, { expectedVersion: 1, phone: '0519-85556666' })
    const { status, body } = await change(id, { expectedVersion: 1, phone: '0519-81112222' })
    expect(status).toBe(409)
    expect(body.current).toMatchObject({
      version: 2,
      values: { phone: '0519-8555****', name: HUITONG.name },
    })
    expect((await stored(id))?.phone).toBe('0519-85556666')
  })

  test('a masked number or address sent back is refused by name and overwrites nothing (SYS-09)', async () => {
    const { id } = (await create('receptionist')).body
    const { status, body } = await change(id, {
      expectedVersion: 1,
      phone: '0519-8000****',
      address: '常州市武进区****',
      note: '想一起改的备注',
    })
    expect(status).toBe(400)
    expect(body.fields?.map((field) => field.path)).toEqual(['phone', 'address'])
    expect(await stored(id)).toEqual({
      phone: HUITONG.phone,
      address: HUITONG.address,
      contacts: HUITONG.contacts,
      version: 1,
    })
  })

  test('an entry of the address book left alone keeps its number; a mask that fits nobody is refused', async () => {
    const { id, contacts } = (await create('receptionist')).body
    const added = { name: '老李', role: '司机', phone: '13700000001' }
    const kept = await change(id, { expectedVersion: 1, contacts: [...contacts, added] })
    expect(kept.status).toBe(200)
    expect((await stored(id))?.contacts).toEqual([...HUITONG.contacts, added])
    const invented = await change(id, {
      expectedVersion: 2,
      contacts: [{ name: '罗建国', role: '厂长', phone: '139********' }],
    })
    expect(invented.body.fields?.[0]?.path).toBe('contacts.0.phone')
  })

  test('to what it is already makes no event and no version', async () => {
    const { id } = (await create('receptionist')).body
    const { body } = await change(id, { expectedVersion: 1, name: HUITONG.name, note: '' })
    expect(body.version).toBe(1)
    expect(await events(id)).toHaveLength(1)
  })

  test('is refused to posts without the duty, with the posts that have it (ROLE-22)', async () => {
    const { id } = (await create('receptionist')).body
    const answer = await office.call<Answer>('receptionist', 'PUT', `/customers/${id}`, {
      expectedVersion: 1,
      note: 'x',
    })
    expect(answer.status).toBe(422)
    expect(answer.body.message).toContain('售后服务人员')
  })
})

describe('seeing a number (SYS-09)', () => {
  test('is for posts that need it and leaves a trace of who looked at what', async () => {
    const { id } = (await create('receptionist')).body
    expect((await reveal('receptionist', id, { field: 'phone' })).status).toBe(422)
    expect((await reveal('handler', id, { field: 'phone' })).body.value).toBe('0519-80001234')
    expect((await reveal('leader', id, { field: 'address' })).body.value).toBe(HUITONG.address)
    expect((await reveal('handler', id, { field: 'contact', contact: 1 })).body.value).toBe(
      '13861209999',
    )
    expect((await reveal('handler', id, { field: 'contact', contact: 7 })).status).toBe(404)
    expect((await events(id)).slice(1)).toMatchObject([
      { type: 'customer-revealed', actor_id: office.people.handler.id, fields: { field: 'phone' } },
      {
        type: 'customer-revealed',
        actor_id: office.people.leader.id,
        fields: { field: 'address' },
      },
      { type: 'customer-revealed', fields: { field: 'contact', contact: '小王' } },
    ])
  })

  test('asked again with its key it leaves one trace', async () => {
    const { id } = (await create('receptionist')).body
    await reveal('handler', id, { field: 'phone' }, 'reveal-once-1')
    expect((await reveal('handler', id, { field: 'phone' }, 'reveal-once-1')).body.value).toBe(
      '0519-80001234',
    )
    expect(await events(id)).toHaveLength(2)
  })
})

describe('who sees customers', () => {
  test('posts that only carry out tasks see none: empty list, not found', async () => {
    const { id } = (await create('receptionist')).body
    for (const who of ['warehouse', 'newcomer'] as const) {
      expect((await office.call(who, 'GET', '/customers')).body).toEqual({ rows: [], next: null })
      expect((await read(who, id)).status).toBe(404)
    }
  })

  test('another organisation finds nothing, reads nothing, changes nothing', async () => {
    const { id } = (await create('receptionist')).body
    const found = await office.call('foreigner', 'GET', '/customers/find?q=0519')
    expect(found.body).toEqual({ hits: [] })
    expect((await office.call('foreigner', 'GET', '/customers')).body).toEqual({
      rows: [],
      next: null,
    })
    expect((await read('foreigner', id)).status).toBe(404)
    expect((await reveal('foreigner', id, { field: 'phone' })).status).toBe(404)
    expect((await confirm('foreigner', id, 'identity')).status).toBe(404)
    expect(
      (
        await office.call('foreigner', 'PUT', `/customers/${id}`, {
          expectedVersion: 1,
          name: '偷',
        })
      ).status,
    ).toBe(404)
    expect((await create('foreigner', { ...HUITONG, id, name: '同号' })).status).toBe(200)
    expect((await read('handler', id)).body.name).toBe(HUITONG.name)
  })
})
