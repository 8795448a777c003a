import type { api, OutputOf } from '@yinuo/contract'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { nameKey } from './name-key.ts'
import { readProducts } from './product-store.ts'
import type { CustomerPorts } from './ports.ts'

const SHOWN = 200

/** The catalogue; every word of `q` must stand in code, name or specification. */
export async function listProducts(
  { pool }: Pick<CustomerPorts, 'pool'>,
  { orgId }: Principal,
  q: string,
): Promise<OutputOf<typeof api.customer.products>> {
  const rows = await readOrg(pool, orgId, (_db, query) => readProducts(query, orgId))
  const words = q
    .split(/\s+/)
    .map(nameKey)
    .filter((word) => word !== '')
  const products = rows
    .filter((row) => {
      const text = nameKey(`${row.code}|${row.name}|${row.spec}`)
      return words.every((word) => text.includes(word))
    })
    .slice(0, SHOWN)
    .map(({ product_id: id, code, name, spec, unit }) => ({ id, code, name, spec, unit }))
  return { products }
}
