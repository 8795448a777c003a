import type { CustomerHit, CustomerView } from '@yinuo/contract'
import { maskAddress, maskPhone } from '@yinuo/domain'
import type { FoundCustomer } from './customer-search-store.ts'
import type { CustomerContent } from './customer-row.ts'
import type { InvoiceLineRow, InvoiceRow } from './invoice-store.ts'
import { maskFoundPhone } from './mask-found-phone.ts'

type PresentedInvoice = CustomerView['invoices'][number]

/** Phone numbers and address never leave the server whole, except by `reveal` (SYS-09). */
export function maskContent<C extends CustomerContent>(content: C): C {
  return {
    ...content,
    phone: maskPhone(content.phone),
    address: maskAddress(content.address),
    contacts: content.contacts.map((contact) => ({ ...contact, phone: maskPhone(contact.phone) })),
  }
}

export function presentInvoices(
  invoices: readonly InvoiceRow[],
  lines: readonly InvoiceLineRow[],
): PresentedInvoice[] {
  return invoices.map((invoice) => ({
    number: invoice.number,
    purchasedOn: invoice.purchased_on.toString(),
    lines: lines
      .filter((line) => line.invoice_id === invoice.invoice_id)
      .map(({ product, spec, batch, quantity, unit }) => ({
        product,
        spec,
        batch,
        quantity: Number(quantity),
        unit,
      })),
  }))
}

/** `typed` are the digits searched for; they are all that a hit shows of a number beyond its mask. */
export function presentHit(
  found: FoundCustomer,
  foundBy: CustomerHit['foundBy'],
  typed: string,
  invoice: PresentedInvoice | null,
): CustomerHit {
  return {
    id: found.customer_id,
    name: found.name,
    party: found.party,
    phone: maskFoundPhone(found.phone, typed),
    address: maskAddress(found.address),
    salutation: found.salutation,
    foundBy,
    invoice,
  }
}
