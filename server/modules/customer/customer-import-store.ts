import type { OrgId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'
import { type CustomerRow, ROW_COLUMNS } from './customer-row.ts'

/** Every customer with one of these numbers or names, oldest first. */
export async function readSameCustomers(
  query: Query,
  orgId: OrgId,
  { codes, nameKeys }: { readonly codes: readonly string[]; readonly nameKeys: readonly string[] },
  { lock }: { readonly lock: boolean },
): Promise<readonly CustomerRow[]> {
  const locking = lock ? 'for no key update' : ''
  // Two statements, not an `or`: each has its index.
  const [coded, named] = await Promise.all([
    query<CustomerRow>(
      `select ${ROW_COLUMNS} from customer where org_id = $1 and outside_code = any($2) and outside_code is not null
       order by customer_id ${locking}`,
      [orgId, [...new Set(codes)]],
    ),
    query<CustomerRow>(
      `select ${ROW_COLUMNS} from customer where org_id = $1 and name_key = any($2) order by customer_id ${locking}`,
      [orgId, [...new Set(nameKeys)]],
    ),
  ])
  const all = new Map([...coded, ...named].map((row) => [row.customer_id, row]))
  return [...all.values()].sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1))
}
