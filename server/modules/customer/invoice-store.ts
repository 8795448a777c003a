import type { CustomerId, OrgId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'

export type InvoiceRow = {
  readonly invoice_id: string
  readonly number: string
  readonly purchased_on: Temporal.PlainDate
}

export type InvoiceLineRow = {
  readonly invoice_id: string
  readonly product: string
  readonly spec: string
  readonly batch: string
  /** Decimal text, as PostgreSQL keeps numbers exactly. */
  readonly quantity: string
  readonly unit: string
}

/** Newest first. */
export function readInvoicesOf(
  query: Query,
  orgId: OrgId,
  customerId: CustomerId,
  limit: number,
): Promise<InvoiceRow[]> {
  return query(
    `select invoice_id, number, purchased_on from invoice where org_id = $1 and customer_id = $2
     order by purchased_on desc, number desc limit $3`,
    [orgId, customerId, limit],
  )
}

export function readLinesOf(
  query: Query,
  orgId: OrgId,
  invoiceIds: readonly string[],
): Promise<InvoiceLineRow[]> {
  return query(
    `select l.invoice_id, p.name as product, p.spec, l.batch, l.quantity, p.unit
     from invoice_line l join product p on p.org_id = l.org_id and p.product_id = l.product_id
     where l.org_id = $1 and l.invoice_id = any($2::uuid[])
     order by l.invoice_id, l.line`,
    [orgId, invoiceIds],
  )
}
