import { api } from '@yinuo/contract'
import type { CustomerId } from '@yinuo/domain'
import { type Handler, on } from '../../platform/http/handler.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { RecordedChange } from '../../platform/log/record-change.ts'
import { changeCustomer } from './change-customer.ts'
import { confirmCustomerItem } from './confirm-customer-item.ts'
import { createCustomer } from './create-customer.ts'
import { readTimelineOf } from './customer-timeline.ts'
import { findCustomers } from './find-customers.ts'
import { linkAgent } from './link-agent.ts'
import { listCustomers } from './list-customers.ts'
import { listProducts } from './list-products.ts'
import { maySeeCustomers } from './may-see-customers.ts'
import type { CustomerPorts } from './ports.ts'
import { readCustomer } from './read-customer.ts'
import { revealCustomerField } from './reveal-customer-field.ts'

export function customerHandlers(ports: CustomerPorts): readonly Handler[] {
  const { pool } = ports

  const tell = (principal: Principal, id: CustomerId, version: number): void =>
    ports.changed({ orgId: principal.orgId, noun: 'customer', id, version })
  const answer = (principal: Principal, change: RecordedChange) => {
    if (!change.replayed) tell(principal, change.id, change.version)
    return readCustomer(ports, principal, change.id)
  }
  /** What one may not see does not exist, also where a post allows the deed. */
  const demandSight = (principal: Principal): void => {
    if (!maySeeCustomers(principal)) throw notFound()
  }

  return [
    on(api.customer.find, async ({ query, principal }) => ({
      hits: await findCustomers(ports, principal, query),
    })),
    on(api.customer.list, ({ query, principal }) => listCustomers(ports, principal, query)),
    on(api.customer.read, ({ params, principal }) => readCustomer(ports, principal, params.id)),
    on(api.customer.create, async ({ body, key, inputHash, principal }) => {
      demandSight(principal)
      return answer(principal, await createCustomer(pool, principal, body, { key, inputHash }))
    }),
    on(api.customer.change, async ({ params, body, key, inputHash, principal }) => {
      demandSight(principal)
      const call = { key, inputHash }
      return answer(principal, await changeCustomer(pool, principal, params.id, body, call))
    }),
    on(api.customer.timeline, ({ params, query, principal }) =>
      readTimelineOf(ports, principal, params.id, query),
    ),
    on(api.customer.link, async ({ params, body, key, inputHash, principal }) => {
      demandSight(principal)
      const call = { key, inputHash }
      const change = await linkAgent(pool, principal, params.id, body.agent, call)
      // The agent's page shows the link too.
      if (body.agent !== null) tell(principal, body.agent, 0)
      return answer(principal, change)
    }),
    on(api.customer.confirm, async ({ params, body, key, inputHash, principal }) => {
      demandSight(principal)
      const call = { key, inputHash }
      return answer(
        principal,
        await confirmCustomerItem(pool, principal, params.id, body.item, call),
      )
    }),
    on(api.customer.reveal, async ({ params, body, key, inputHash, principal }) => {
      demandSight(principal)
      const call = { key, inputHash }
      const { value, version } = await revealCustomerField(pool, principal, params.id, body, call)
      tell(principal, params.id, version)
      return { value }
    }),
    on(api.customer.products, ({ query, principal }) => listProducts(ports, principal, query.q)),
  ]
}
