import type { Ground } from '../ground.ts'
import type { Section } from '../report.ts'
import { get, measureReads } from './measure-reads.ts'

const DIFFERENT = 500

/** Finding a customer while he talks, as each key is pressed (CMP-10). */
export async function measureCustomerSearch(ground: Ground): Promise<Section> {
  const { admin, company } = ground
  const { rows } = await admin.query<{ name: string; phone: string }>(
    `select name, phone_digits as phone from customer where org_id = $1 and phone_digits <> '' order by md5(customer_id::text) limit $2`,
    [company.orgId, DIFFERENT],
  )
  const find = (of: (found: { name: string; phone: string }) => string) =>
    get(
      company.receptionist.token,
      rows.map((row) => `/customers/find?q=${encodeURIComponent(of(row))}`),
    )
  return measureReads(ground, `Finding a customer among ${ground.sizes.customers} while typing`, [
    { name: 'find · phone, first 3 digits', requests: find(({ phone }) => phone.slice(0, 3)) },
    { name: 'find · phone, first 7 digits', requests: find(({ phone }) => phone.slice(0, 7)) },
    { name: 'find · phone, last 4 digits', requests: find(({ phone }) => phone.slice(-4)) },
    { name: 'find · name, 1 character', requests: find(({ name }) => name.slice(0, 1)) },
    { name: 'find · name, 2 characters (city)', requests: find(({ name }) => name.slice(0, 2)) },
    { name: 'find · name, 2 characters inside', requests: find(({ name }) => name.slice(2, 4)) },
    { name: 'find · name, 4 characters', requests: find(({ name }) => name.slice(2, 6)) },
    { name: 'find · name, whole', requests: find(({ name }) => name) },
  ])
}
