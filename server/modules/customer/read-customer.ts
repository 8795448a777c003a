import { type CommitmentView, CUSTOMER_ITEMS, type CustomerView } from '@yinuo/contract'
import type { CustomerId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { readAgentOf, readEndUsersOf, readFirstPurchase } from './agent-store.ts'
import type { Confirmations } from './customer-row.ts'
import { readCustomerRow } from './customer-store.ts'
import { readInvoicesOf, readLinesOf } from './invoice-store.ts'
import { maySeeCustomers } from './may-see-customers.ts'
import type { CustomerPorts } from './ports.ts'
import { maskContent, presentInvoices } from './present-customer.ts'

const SHOWN_INVOICES = 200
const SHOWN_END_USERS = 200

/** The whole file of a customer (CUS-01, CUS-11), masked. Not found for posts that see no customers. */
export async function readCustomer(
  ports: Pick<CustomerPorts, 'pool' | 'complaintsOf' | 'countComplaints' | 'promisesOf'>,
  principal: Principal,
  id: CustomerId,
): Promise<CustomerView> {
  if (!maySeeCustomers(principal)) throw notFound()
  const { orgId } = principal
  const { row, invoices, lines, agent, endUsers, firstPurchase } = await readOrg(
    ports.pool,
    orgId,
    async (_db, query) => {
      const [found, bought, seller, users, first] = await Promise.all([
        readCustomerRow(query, orgId, id),
        readInvoicesOf(query, orgId, id, SHOWN_INVOICES),
        readAgentOf(query, orgId, id),
        readEndUsersOf(query, orgId, id, SHOWN_END_USERS),
        readFirstPurchase(query, orgId, id),
      ])
      const ids = bought.map((invoice) => invoice.invoice_id)
      const parts = ids.length === 0 ? [] : await readLinesOf(query, orgId, ids)
      const links = { agent: seller, endUsers: users, firstPurchase: first }
      return { row: found, invoices: bought, lines: parts, ...links }
    },
  )
  if (row === null) throw notFound()
  const [complaints, promises, counts] = await Promise.all([
    ports.complaintsOf(principal, id),
    ports.promisesOf(principal, id),
    ports.countComplaints(
      principal,
      endUsers.map((one) => one.id),
    ),
  ])
  const { customer_id, version, confirmed, name, party, salutation, responsible, products, note } =
    row
  const masked = maskContent(row)
  return {
    id: customer_id,
    version,
    name,
    party,
    phone: masked.phone,
    address: masked.address,
    salutation,
    responsible,
    products,
    contacts: [...masked.contacts],
    note,
    trade: row.trade,
    since: row.since,
    prospects: row.prospects,
    firstPurchase,
    agent,
    endUsers: endUsers.map((one) => ({ ...one, openComplaints: counts.get(one.id)?.open ?? 0 })),
    confirmed: presentConfirmations(confirmed, principal),
    invoices: presentInvoices(invoices, lines),
    complaints: [...complaints],
    promises: [...promises],
    ledger: ledgerOf(promises),
    mayEdit: principal.duties.has('edit-customers'),
    mayReveal: principal.duties.has('reveal-contacts'),
  }
}

function presentConfirmations(
  confirmed: Confirmations,
  { directory }: Principal,
): CustomerView['confirmed'] {
  const entries = CUSTOMER_ITEMS.map((item) => {
    const entry = confirmed[item]
    if (entry === undefined) return [item, null] as const
    const by = { id: entry.by, name: directory.people.get(entry.by)?.name ?? '' }
    return [item, { at: entry.at, by }] as const
  })
  return Object.fromEntries(entries) as CustomerView['confirmed']
}

/** Promises by mouth only; policy deadlines have their own figures. Kept late is not kept. */
export function ledgerOf(promises: readonly CommitmentView[]): CustomerView['ledger'] {
  const count = (...outcomes: CommitmentView['outcome'][]): number =>
    promises.filter(({ kind, outcome }) => kind === 'promise' && outcomes.includes(outcome)).length
  return {
    kept: count('met'),
    rescheduled: count('rescheduled'),
    broken: count('broken', 'met-late'),
    open: count('open'),
  }
}
