import type { OutputOf, api } from '@yinuo/contract'
import { type CustomerId, maskAddress } from '@yinuo/domain'
import { readOrg, type Query } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import {
  findByInvoice,
  findByName,
  findByPhoneEnd,
  findByPhoneStart,
  type FoundCustomer,
  readPage,
} from './customer-search-store.ts'
import { readQuestion } from './find-customers.ts'
import { maskFoundPhone } from './mask-found-phone.ts'
import { maySeeCustomers } from './may-see-customers.ts'
import { prefixRange, reversed } from './phone-key.ts'
import type { CustomerPorts } from './ports.ts'

type CustomerList = OutputOf<typeof api.customer.list>
type Page = {
  readonly found: readonly FoundCustomer[]
  readonly typed: string
  readonly next: string | null
}

/** Customers by name, or what a search finds; a page goes on at `cursor`. Empty for posts that see no customers. */
export async function listCustomers(
  ports: Pick<CustomerPorts, 'pool' | 'countComplaints'>,
  principal: Principal,
  asked: {
    readonly q: string
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<CustomerList> {
  if (!maySeeCustomers(principal)) return { rows: [], next: null }
  const { orgId } = principal
  const page = await readOrg(ports.pool, orgId, (_db, query) =>
    asked.q.trim() === '' ? pageByName(query, orgId, asked) : pageOfSearch(query, orgId, asked),
  )
  const ids = page.found.map((one) => one.customer_id)
  const counts = await ports.countComplaints(principal, ids)
  const rows = page.found.map((one) => {
    const count = counts.get(one.customer_id) ?? { open: 0, all: 0 }
    return {
      id: one.customer_id,
      name: one.name,
      party: one.party,
      phone: maskFoundPhone(one.phone, page.typed),
      address: maskAddress(one.address),
      salutation: one.salutation,
      openComplaints: count.open,
      complaints: count.all,
    }
  })
  return { rows, next: page.next }
}

const FIRST = { key: '', id: '00000000-0000-0000-0000-000000000000' }

async function pageByName(
  query: Query,
  orgId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const found = await readPage(query, orgId, readCursor(cursor), limit + 1)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const next =
    found.length > limit && last !== undefined ? `${last.customer_id}${last.name_key}` : null
  return { found: shown, typed: '', next: next === null ? null : toCursor(next) }
}

/** Searches are short; they go on by how many were seen. Numbers come first and all at once. */
async function pageOfSearch(
  query: Query,
  orgId: string,
  {
    q,
    cursor,
    limit,
  }: { readonly q: string; readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const { phone, invoice, name, grams } = readQuestion(q)
  const offset = Math.min(Math.max(0, Number(cursor ?? 0) || 0), 10_000)
  const none = Promise.resolve([])
  const first = offset === 0
  const [starts, ends, invoices, names] = await Promise.all([
    first && phone !== '' ? findByPhoneStart(query, orgId, prefixRange(phone), limit) : none,
    first && phone.length >= 4
      ? findByPhoneEnd(query, orgId, prefixRange(reversed(phone)), limit)
      : none,
    first && invoice !== '' ? findByInvoice(query, orgId, invoice, limit) : none,
    name === '' ? none : findByName(query, orgId, name, grams, { limit: limit + 1, offset }),
  ])
  const found = [...starts, ...ends, ...invoices, ...names.slice(0, limit)]
  const once = [...new Map(found.map((one) => [one.customer_id, one])).values()]
  const next = names.length > limit ? String(offset + limit) : null
  return { found: once, typed: phone, next }
}

function toCursor(text: string): string {
  return Buffer.from(text).toString('base64url')
}

/** A cursor nobody gave out starts at the beginning; it cannot show more than the list does. */
function readCursor(cursor: string | undefined): { key: string; id: CustomerId } {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const id = text.slice(0, 36)
  if (!/^[0-9a-f-]{36}$/.test(id)) return FIRST
  return { key: text.slice(36), id }
}
