import type { CustomerEntry, api, OutputOf } from '@yinuo/contract'
import type { CustomerId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { readCustomerRow } from './customer-store.ts'
import { readInvoicesOf, readLinesOf } from './invoice-store.ts'
import { maySeeCustomers } from './may-see-customers.ts'
import type { CustomerPorts } from './ports.ts'
import { presentInvoices } from './present-customer.ts'

const MOST_INVOICES = 500

/** Everything that was between us and a customer in one line of time, newest first (CUS-02). */
export async function readTimelineOf(
  ports: Pick<CustomerPorts, 'pool' | 'historyOf'>,
  principal: Principal,
  id: CustomerId,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<OutputOf<typeof api.customer.timeline>> {
  if (!maySeeCustomers(principal)) throw notFound()
  const { before, limit } = page
  const purchases = await purchasesOf(ports, principal, id)
  const cases = await ports.historyOf(principal, id, { before, limit: limit + 1 })
  const all = [
    ...cases,
    ...purchases.filter(({ at }) => before === undefined || isOlder(at, before)),
  ]
  const sorted = all.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
  const last = sorted[limit - 1]
  if (last === undefined || sorted.length <= limit) return { entries: sorted, next: null }
  // What happened at one moment stays on one page: the next begins before it.
  const entries = sorted.filter(({ at }) => !isOlder(at, last.at))
  return { entries, next: entries.length < sorted.length ? last.at : null }
}

async function purchasesOf(
  { pool }: Pick<CustomerPorts, 'pool'>,
  { orgId, directory }: Principal,
  id: CustomerId,
): Promise<readonly CustomerEntry[]> {
  const invoices = await readOrg(pool, orgId, async (_db, query) => {
    if ((await readCustomerRow(query, orgId, id)) === null) throw notFound()
    const found = await readInvoicesOf(query, orgId, id, MOST_INVOICES)
    const ids = found.map((invoice) => invoice.invoice_id)
    return presentInvoices(found, ids.length === 0 ? [] : await readLinesOf(query, orgId, ids))
  })
  return invoices.map(({ number, purchasedOn, lines }) => ({
    at: Temporal.PlainDate.from(purchasedOn).toZonedDateTime(directory.zone).toInstant().toString(),
    kind: 'purchase',
    type: 'purchased',
    text: `${number} ${lines.map((line) => `${line.product} ${line.quantity} ${line.unit}`).join('、')}`,
    outcome: '',
    complaint: null,
  }))
}

function isOlder(at: string, than: string): boolean {
  return Temporal.Instant.compare(at, than) < 0
}
