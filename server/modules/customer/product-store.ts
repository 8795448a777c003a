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
