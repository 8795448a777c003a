import type { OrgId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'

export type ProductRow = {
  readonly product_id: string
  readonly code: string
  readonly name: string
  readonly spec: string
  readonly unit: string
}

/** The catalogue by code; a company's catalogue is short enough to be looked through (thousands, not millions). */
export function readProducts(query: Query, orgId: OrgId): Promise<ProductRow[]> {
  return query(
    'select product_id, code, name, spec, unit from product where org_id = $1 order by code',
    [orgId],
  )
}

export function readProductsByCode(
  query: Query,
  orgId: OrgId,
  codes: readonly string[],
): Promise<ProductRow[]> {
  return query(
    'select product_id, code, name, spec, unit from product where org_id = $1 and code = any($2)',
    [orgId, [...new Set(codes)]],
  )
}

export async function upsertProducts(
  query: Query,
  orgId: OrgId,
  products: readonly ProductRow[],
): Promise<void> {
  await query(
    `insert into product (org_id, product_id, code, name, spec, unit)
     select $1, p.product_id, p.code, p.name, p.spec, p.unit
     from jsonb_to_recordset($2::jsonb) as p (product_id uuid, code text, name text, spec text, unit text)
     on conflict (org_id, code) do update set name = excluded.name, spec = excluded.spec, unit = excluded.unit`,
    [orgId, JSON.stringify(products)],
  )
}
