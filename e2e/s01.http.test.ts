import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, type Office } from './office.ts'

// S01 of the acceptance scenarios, lines 1–3 and the thin way to a satisfied customer, over HTTP.

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const complaint = {
  playbook: 'LUB',
  kind: 'complaint',
  channel: 'phone',
  values: {
    company: '鑫源润滑油经销部',
    address: '常州市武进区湖塘镇人民路18号',
    phone: '0519-80001234',
    reason: 'CF-4 15W-40 柴机油使用后油压报警',
    party: 'agent',
    endUser: '宏达汽车修理厂',
    reporter: '罗经理',
  },
}

test('S01 line 1–3: a complaint is registered, signed, handed over and acknowledged; CMP-01, CMP-02, CMP-03, CMP-04', async () => {
  const liufang = await office.as('liufang')
  const { phone: _, ...withoutPhone } = complaint.values
  const refused = await liufang.post('/complaints', { ...complaint, values: withoutPhone })
  expect(refused.status).toBe(422)
  expect(refused.body.unmet[0]).toMatchObject({
    rule: 'CMP-02',
    missing: [{ form: 'registration', field: 'phone' }],
  })
  const made = await liufang.post('/complaints', complaint)
  expect(made.status).toBe(200)
  expect(made.body).toMatchObject({ statusLabel: '待签字', version: 1 })
  console.log(JSON.stringify(made.body, null, 1).slice(0, 3000))
})
