import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CustomerHit } from '@yinuo/contract'
import { type Query, readOrg } from '../../platform/database/index.ts'
import { createTestOffice, type Staff } from '../../testing/test-office.ts'
import { searchColumns } from './customer-row.ts'
import {
  findByInvoice,
  findByName,
  findByPhoneEnd,
  findByPhoneStart,
  readPage,
} from './customer-search-store.ts'
import { insertCustomers } from './customer-store.ts'
import { customerHandlers } from './index.ts'
import { nameGrams, nameKey } from './name-key.ts'
import { prefixRange, reversed } from './phone-key.ts'

type Office = Awaited<ReturnType<typeof createTestOffice>>
const CROWD = 20_000
const PLACES = ['常州', '无锡', '苏州', '南京', '扬州', '镇江', '泰州', '南通']
const TRADES = ['汽车修理', '运输', '机械', '物流', '工程', '贸易', '农机', '船务']
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

let office: Office
beforeAll(async () => {
  office = await createTestOffice(({ pool }) =>
    customerHandlers({
      pool,
      complaintsOf: async () => [],
      countComplaints: async () => new Map(),
      promisesOf: async () => [],
      historyOf: async () => [],
      changed: () => {},
    }),
  )
  const named = [
    { name: '常州匯通汽車修理廠', phone: '0519-80001234' },
    { name: '上海汇通贸易 ＡＢＣ 分公司', phone: '+86 138 6120 6620' },
    { name: '油', phone: '13861206621' },
    { name: '油城物流', phone: '' },
  ]
  const crowd = Array.from({ length: CROWD }, (_, index) => ({
    name: `${PLACES[index % 8] ?? ''}第${index}号${TRADES[(index >> 3) % 8] ?? ''}有限公司`,
    phone: `139${String(index * 37).padStart(8, '0')}`,
  }))
  const { admin } = office.database
  const query: Query = async (text, params) =>
    (await admin.query(text, [...(params ?? [])])).rows as never
  for (const org of [office.orgId, office.foreignOrgId]) {
    const rows = [...named, ...crowd].map(({ name, phone }, index) => ({
      customer_id: idOf(index),
      outside_code: null,
      name,
      party: 'company' as const,
      phone,
      address: '常州市武进区人民路18号',
      salutation: '',
      responsible: '',
      products: '',
      contacts: [],
      note: '',
      trade: '' as const,
      since: '',
      prospects: '',
      confirmed: {},
      version: 1,
      seq: 0,
      head_hash: Buffer.alloc(32),
    }))
    await insertCustomers(query, org, rows)
  }
  const product = idOf(900)
  await admin.query(
    'insert into product (org_id, product_id, code, name, spec, unit) values ($1, $2, $3, $4, $5, $6)',
    [office.orgId, product, 'CF4-18', 'CF-4 15W-40 柴机油', '18L 桶', '桶'],
  )
  for (const [number, customer] of [
    ['FP20260115-001', 0],
    ['FP20260115-002', 0],
    ['26031789', 1],
  ] as const) {
    const invoice = idOf(1000 + customer * 10 + Number(number.at(-1)))
    await admin.query(
      'insert into invoice (org_id, invoice_id, number, customer_id, purchased_on) values ($1, $2, $3, $4, $5)',
      [office.orgId, invoice, number, idOf(customer), '2026-01-15'],
    )
    await admin.query(
      'insert into invoice_line (org_id, invoice_id, line, product_id, batch, quantity) values ($1, $2, 1, $3, $4, 20)',
      [office.orgId, invoice, product, 'B2601'],
    )
  }
  await admin.query('analyze')
})
afterAll(() => office.stop())

const find = async (q: string, who: Staff = 'receptionist') =>
  (
    await office.call<{ hits: CustomerHit[] }>(
      who,
      'GET',
      `/customers/find?q=${encodeURIComponent(q)}`,
    )
  ).body.hits
const names = async (q: string) => (await find(q)).map((hit) => hit.name)

describe('found while one types (CMP-10)', () => {
  test('by the beginning of a number, showing only the digits typed (SYS-09)', async () => {
    expect(await find('138612066')).toMatchObject([
      { name: '上海汇通贸易 ＡＢＣ 分公司', foundBy: 'phone', phone: '+86 138 6120 66**' },
      { name: '油', foundBy: 'phone', phone: '138612066**' },
    ])
    expect(await find('0519 8000')).toMatchObject([
      { phone: '0519-8000****', address: '常州市武进区****' },
    ])
  })

  test('by the last four digits, which alone are shown', async () => {
    expect((await find('1234')).filter((hit) => hit.name === '常州匯通汽車修理廠')).toMatchObject([
      { foundBy: 'phone', phone: '****-****1234' },
    ])
    expect(await find('206620')).toMatchObject([{ phone: '+** *** **20 6620' }])
  })

  test('an invoice number brings customer, product and date of purchase', async () => {
    const [hit, ...others] = await find('fp20260115-00')
    expect(others).toEqual([])
    expect(hit).toMatchObject({
      name: '常州匯通汽車修理廠',
      foundBy: 'invoice',
      invoice: {
        number: 'FP20260115-001',
        purchasedOn: '2026-01-15',
        lines: [
          {
            product: 'CF-4 15W-40 柴机油',
            spec: '18L 桶',
            batch: 'B2601',
            quantity: 20,
            unit: '桶',
          },
        ],
      },
    })
    expect((await find('FP20260115-002'))[0]?.invoice?.number).toBe('FP20260115-002')
    expect((await find('26031789'))[0]).toMatchObject({ foundBy: 'invoice' })
  })

  test('any part of a name, traditional or simplified, any width and case', async () => {
    expect(await names('汇通汽车')).toEqual(['常州匯通汽車修理廠'])
    expect(await names('匯通 汽車')).toEqual(['常州匯通汽車修理廠'])
    expect(await names('贸易abc')).toEqual(['上海汇通贸易 ＡＢＣ 分公司'])
    expect(await names('汇通')).toEqual(['常州匯通汽車修理廠', '上海汇通贸易 ＡＢＣ 分公司'])
    // All pairs are there, the text is not.
    expect(await names('修理汽车')).toEqual([])
  })

  test('one character finds the names that begin with it', async () => {
    expect(await names('油')).toEqual(['油', '油城物流'])
  })

  test.each(['%', "' or 1=1 --", '\\', '_', '👍', '-', '+', '   '])(
    'nothing breaks and nothing leaks on %j',
    async (q) => {
      expect(await find(q)).toEqual([])
    },
  )

  test('never what belongs to another organisation', async () => {
    expect((await find('FP20260115-001', 'foreigner')).length).toBe(0)
  })

  test('reads no table from end to end, with plans made for all values too', async () => {
    const { orgId, database } = office
    const key = nameKey('第1234号')
    await readOrg(database.pool, orgId, async (_db, query) => {
      for (let round = 0; round < 7; round += 1) {
        await findByPhoneStart(query, orgId, prefixRange('13900'), 8)
        await findByPhoneEnd(query, orgId, prefixRange(reversed('1234')), 8)
        await findByInvoice(query, orgId, 'FP2026', 8)
        await findByName(query, orgId, key, nameGrams(key), { limit: 8 })
        await findByName(query, orgId, '油', [], { limit: 8 })
        await readPage(query, orgId, { key: '常', id: idOf(0) }, 50)
      }
      const [scans] = await query<{ seq_scan: number; idx_scan: number }>(
        "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = 'customer'",
      )
      expect(scans?.seq_scan).toBe(0)
      expect(scans?.idx_scan).toBeGreaterThanOrEqual(7 * 6)
    })
  })
})

describe('the list of customers', () => {
  type List = { rows: { id: string; name: string }[]; next: string | null }
  const list = async (query: string) =>
    (await office.call<List>('leader', 'GET', `/customers?${query}`)).body

  test('goes on where the page before ended, each customer once, in the order of names', async () => {
    const seen: { id: string; name: string }[] = []
    let next: string | null = ''
    for (let page = 0; page < 5 && next !== null; page += 1) {
      const answer: List = await list(`limit=100${next === '' ? '' : `&cursor=${next}`}`)
      seen.push(...answer.rows)
      next = answer.next
    }
    expect(new Set(seen.map((row) => row.id)).size).toBe(500)
    const keys = seen.map((row) => searchColumns({ name: row.name, phone: '' }).name_key)
    expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key)).toBe(true)
  })

  test('of a search goes on too', async () => {
    const first = await list('limit=20&q=%E6%B1%BD%E8%BD%A6%E4%BF%AE%E7%90%86')
    const second = await list(
      `limit=20&q=%E6%B1%BD%E8%BD%A6%E4%BF%AE%E7%90%86&cursor=${first.next ?? ''}`,
    )
    expect(first.rows).toHaveLength(20)
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(40)
  })

  test('a cursor that nobody gave out starts at the beginning', async () => {
    const begin = await list('limit=3')
    for (const cursor of ['x', 'AAAA', '9'.repeat(200)])
      expect((await list(`limit=3&cursor=${cursor}`)).rows).toEqual(begin.rows)
  })
})

describe('the catalogue', () => {
  test('every word must stand in code, name or specification', async () => {
    type Products = { products: { code: string }[] }
    const codes = async (q: string) =>
      (
        await office.call<Products>('warehouse', 'GET', `/products?q=${encodeURIComponent(q)}`)
      ).body.products.map((product) => product.code)
    expect(await codes('柴機油 18l')).toEqual(['CF4-18'])
    expect(await codes('')).toEqual(['CF4-18'])
    expect(await codes('齿轮油')).toEqual([])
  })
})
