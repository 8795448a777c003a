import { randomUUIDv7 } from 'node:crypto'
import type { Query } from '../../platform/database/index.ts'
import { type ProductRow, readProductsByCode, upsertProducts } from './product-store.ts'

/** A row of a price list. Absent: the list has no such column, or the cell is empty. */
export type ImportedProduct = {
  readonly code: string
  readonly values: Partial<Pick<ProductRow, 'name' | 'spec' | 'unit'>>
}

export type ProductPlan = {
  readonly action: 'add' | 'change' | 'same'
  readonly standing: ProductRow | null
  readonly product: ProductRow
}

/** The product is the one with its code. */
export async function planProducts(
  query: Query,
  orgId: string,
  rows: readonly ImportedProduct[],
): Promise<ProductPlan[]> {
  const standing = await readProductsByCode(
    query,
    orgId,
    rows.map((row) => row.code),
  )
  const byCode = new Map(standing.map((row) => [row.code, row]))
  return rows.map(({ code, values }) => {
    const found = byCode.get(code)
    if (found === undefined) {
      const product = { product_id: randomUUIDv7(), code, name: '', spec: '', unit: '', ...values }
      return { action: 'add', standing: null, product }
    }
    const product = { ...found, ...values }
    const same =
      product.name === found.name && product.spec === found.spec && product.unit === found.unit
    return { action: same ? 'same' : 'change', standing: found, product }
  })
}

export async function writeProducts(
  query: Query,
  orgId: string,
  plans: readonly ProductPlan[],
): Promise<void> {
  const moved = plans.filter((plan) => plan.action !== 'same').map((plan) => plan.product)
  if (moved.length > 0) await upsertProducts(query, orgId, moved)
}
