import type { CustomerHit } from '@yinuo/contract'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import {
  findByInvoice,
  findByName,
  findByPhoneEnd,
  findByPhoneStart,
} from './customer-search-store.ts'
import { readLinesOf } from './invoice-store.ts'
import { maySeeCustomers } from './may-see-customers.ts'
import { nameGrams, nameKey } from './name-key.ts'
import { phoneDigits, prefixRange, reversed } from './phone-key.ts'
import type { CustomerPorts } from './ports.ts'
import { presentHit, presentInvoices } from './present-customer.ts'

const TAIL_DIGITS = 4

/**
 * What is typed while the customer talks (CMP-10): digits are the beginning of a number, or from four on its end, or an
 * invoice; an invoice brings customer, product and date of purchase; words are any part of a name. One round trip, a second
 * one for the lines of invoices. A customer is listed once, under what tells most: number, invoice, name.
 */
export async function findCustomers(
  { pool }: Pick<CustomerPorts, 'pool'>,
  principal: Principal,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<CustomerHit[]> {
  if (!maySeeCustomers(principal)) return []
  const { orgId } = principal
  const asked = readQuestion(q)
  return readOrg(pool, orgId, async (_db, query) => {
    const none = Promise.resolve([])
    const [starts, ends, invoices, names] = await Promise.all([
      asked.phone === '' ? none : findByPhoneStart(query, orgId, prefixRange(asked.phone), limit),
      asked.phone.length < TAIL_DIGITS
        ? none
        : findByPhoneEnd(query, orgId, prefixRange(reversed(asked.phone)), limit),
      asked.invoice === '' ? none : findByInvoice(query, orgId, asked.invoice, limit),
      asked.name === '' ? none : findByName(query, orgId, asked.name, asked.grams, { limit }),
    ])
    const lines =
      invoices.length === 0
        ? []
        : await readLinesOf(
            query,
            orgId,
            invoices.map((one) => one.invoice_id),
          )
    const hits = [
      ...[...starts, ...ends].map((found) => presentHit(found, 'phone', asked.phone, null)),
      ...invoices.map((found) =>
        presentHit(found, 'invoice', '', presentInvoices([found], lines)[0] ?? null),
      ),
      ...names.map((found) => presentHit(found, 'name', '', null)),
    ]
    return onePerCustomer(hits).slice(0, limit)
  })
}

function onePerCustomer(hits: readonly CustomerHit[]): CustomerHit[] {
  const seen = new Set<string>()
  return hits.filter((hit) => !seen.has(hit.id) && seen.add(hit.id))
}

export type Question = {
  /** Digits when nothing but a number was typed, else empty. */
  readonly phone: string
  readonly invoice: string
  readonly name: string
  readonly grams: readonly string[]
}

const NUMBER = /^[+\d][\d\s()./-]*$/
const INVOICE = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/

export function readQuestion(typed: string): Question {
  const text = typed.normalize('NFKC').trim()
  const name = nameKey(text)
  return {
    phone: NUMBER.test(text) ? phoneDigits(text) : '',
    // Invoice numbers are kept in capitals; a single character would list them all.
    invoice: INVOICE.test(text) && /\d/.test(text) && text.length >= 2 ? text.toUpperCase() : '',
    name,
    grams: nameGrams(name),
  }
}
