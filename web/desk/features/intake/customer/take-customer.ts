import type { CustomerHit, CustomerView } from '@yinuo/contract'
import type { DraftContent, FieldValue } from '../draft/content.ts'

type Filled = Readonly<Record<string, FieldValue>>
type Invoice = NonNullable<CustomerHit['invoice']>

/** What the file says in full; phone and address come masked and are filled in by the server at registration (SYS-09). */
function openValues(customer: Pick<CustomerHit, 'name' | 'party' | 'salutation'>): Filled {
  return {
    company: customer.name,
    party: customer.party,
    ...(customer.salutation === '' ? {} : { salutation: customer.salutation }),
  }
}

/** The invoice says which goods it was; with several lines on it the person says which (CMP-10). */
export function invoiceValues(invoice: Invoice, lineIndex?: number): Filled {
  const index = lineIndex ?? (invoice.lines.length === 1 ? 0 : -1)
  const line = invoice.lines[index]
  const goods =
    line === undefined ? {} : { productName: line.product, spec: line.spec, batch: line.batch }
  return withoutEmpty({ invoice: invoice.number, ...goods })
}

/**
 * Takes a customer found: name and party follow the file, everything else fills only what is still empty, so that nothing
 * the person typed is lost (CMP-10).
 */
export function takeCustomer(content: DraftContent, hit: CustomerHit): DraftContent {
  const fromInvoice = hit.invoice === null ? {} : invoiceValues(hit.invoice)
  const { company, party, ...others } = openValues(hit)
  return {
    ...content,
    customerId: hit.id,
    values: {
      ...others,
      ...fromInvoice,
      ...content.values,
      ...(company === undefined ? {} : { company }),
      ...(party === undefined ? {} : { party }),
    },
  }
}

/** Not this one after all: what came from the file goes, what was typed stays. */
export function forgetCustomer(
  content: DraftContent,
  customer: Pick<CustomerView, 'name' | 'party' | 'salutation'> | undefined,
): DraftContent {
  const fromFile = customer === undefined ? {} : openValues(customer)
  const values = Object.fromEntries(
    Object.entries(content.values).filter(([key, value]) => fromFile[key] !== value),
  )
  return { ...content, customerId: null, values }
}

/** 都不是，建新客户: what was searched for is the phone number or the name. */
export function newCustomer(content: DraftContent, searched: string): DraftContent {
  const text = searched.trim()
  if (text === '') return { ...content, customerId: null }
  const key = /^[+\d０-９][\d０-９\s\-－()（）]+$/u.test(text) ? 'phone' : 'company'
  const known = content.values[key]
  const values = known === undefined ? { ...content.values, [key]: text } : content.values
  return { ...content, customerId: null, values }
}

function withoutEmpty(values: Filled): Filled {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
