import type { CustomerView } from '@yinuo/contract'
import { DEMO_CUSTOMERS } from './demo-customers.ts'
import type { DemoDesk } from './demo-desk.ts'

/** Customer ids by name. */
export type CustomerIds = ReadonlyMap<string, string>

/** The customer files, kept by reception; the best known ones have been gone through with the customer (CUS-01). */
export async function seedCustomers(desk: DemoDesk): Promise<CustomerIds> {
  const entries = await Promise.all(
    DEMO_CUSTOMERS.map(async (customer) => {
      const file = { ...customer, responsible: customer.salutation }
      const { id } = await desk.call<CustomerView>('liufang', 'POST', '/customers', file)
      return [customer.name, id] as const
    }),
  )
  const ids = new Map(entries)
  const wellKnown = ids.get('鑫源润滑油经销部')
  for (const item of ['identity', 'products', 'responsible'])
    await desk.call('liufang', 'POST', `/customers/${wellKnown}/confirm`, { item })
  return ids
}
