import { randomUUIDv7 } from 'node:crypto'
import type { CustomerId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'
import { readSameCustomers } from './customer-import-store.ts'
import { type InvoiceWithLines, readInvoicesByNumber, replaceInvoices } from './invoice-store.ts'
import { nameKey } from './name-key.ts'
import { phoneDigits } from './phone-key.ts'
import { readProductsByCode } from './product-store.ts'

export type ImportedInvoice = {
  readonly number: string
  /** By number of the outside system, else by exact name, with the phone where several have it. */
  readonly customer: { readonly code: string; readonly name: string; readonly phone: string }
  readonly purchasedOn: string
  readonly lines: readonly {
    readonly productCode: string
    readonly batch: string
    /** Decimal text without trailing zeros. */
    readonly quantity: string
  }[]
}

/** Why an invoice cannot be taken; `line` is the place of the wrong line. */
export type InvoiceFault =
  | { readonly kind: 'customer-unknown' | 'customer-ambiguous' }
  | { readonly kind: 'product-unknown'; readonly line: number }

export type InvoicePlan =
  | {
      readonly action: 'add' | 'change' | 'same'
      readonly standing: InvoiceWithLines | null
      readonly invoice: InvoiceWithLines
    }
  | { readonly action: 'fault'; readonly faults: readonly InvoiceFault[] }

/** The invoice is the one with its number; its lines are those of the list, all of them. */
export async function planInvoices(
  query: Query,
  orgId: string,
  rows: readonly ImportedInvoice[],
): Promise<InvoicePlan[]> {
  const [customers, products, invoices] = await Promise.all([
    readSameCustomers(
      query,
      orgId,
      {
        codes: rows.map((row) => row.customer.code).filter((code) => code !== ''),
        nameKeys: rows
          .filter((row) => row.customer.name !== '')
          .map((row) => nameKey(row.customer.name)),
      },
      { lock: false },
    ),
    readProductsByCode(
      query,
      orgId,
      rows.flatMap((row) => row.lines.map((line) => line.productCode)),
    ),
    readInvoicesByNumber(
      query,
      orgId,
      rows.map((row) => row.number),
    ),
  ])
  const productIds = new Map(products.map((product) => [product.code, product.product_id]))
  const standing = new Map(invoices.map((invoice) => [invoice.number, invoice]))
  const byCode = new Map(customers.map((row) => [row.outside_code, row.customer_id]))
  const byName = new Map<string, { id: CustomerId; digits: string }[]>()
  for (const row of customers) {
    const key = nameKey(row.name)
    const same = byName.get(key) ?? []
    byName.set(key, [...same, { id: row.customer_id, digits: phoneDigits(row.phone) }])
  }

  const customerOf = ({ customer }: ImportedInvoice): CustomerId | InvoiceFault => {
    if (customer.code !== '') return byCode.get(customer.code) ?? { kind: 'customer-unknown' }
    const named = byName.get(nameKey(customer.name)) ?? []
    const digits = phoneDigits(customer.phone)
    const fitting = digits === '' ? named : named.filter((one) => one.digits === digits)
    if (fitting.length > 1) return { kind: 'customer-ambiguous' }
    return fitting[0]?.id ?? { kind: 'customer-unknown' }
  }

  return rows.map((row): InvoicePlan => {
    const customerId = customerOf(row)
    const faults: InvoiceFault[] = typeof customerId === 'string' ? [] : [customerId]
    const lines = row.lines.map(({ productCode, batch, quantity }, line) => {
      const productId = productIds.get(productCode)
      if (productId === undefined) faults.push({ kind: 'product-unknown', line })
      return { product_id: productId ?? '', batch, quantity }
    })
    if (faults.length > 0 || typeof customerId !== 'string') return { action: 'fault', faults }
    const found = standing.get(row.number)
    const invoice: InvoiceWithLines = {
      invoice_id: found?.invoice_id ?? randomUUIDv7(),
      number: row.number,
      customer_id: customerId,
      purchased_on: row.purchasedOn,
      lines,
    }
    if (found === undefined) return { action: 'add', standing: null, invoice }
    const action = contentOf(found) === contentOf(invoice) ? 'same' : 'change'
    return { action, standing: found, invoice }
  })
}

export async function writeInvoices(
  query: Query,
  orgId: string,
  plans: readonly InvoicePlan[],
): Promise<void> {
  const moved = plans.flatMap((plan) =>
    plan.action === 'add' || plan.action === 'change' ? [plan.invoice] : [],
  )
  if (moved.length > 0) await replaceInvoices(query, orgId, moved)
}

function contentOf(invoice: InvoiceWithLines): string {
  const lines = invoice.lines.map((line) => [line.product_id, line.batch, Number(line.quantity)])
  return JSON.stringify([invoice.customer_id, invoice.purchased_on, lines])
}
