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

export type InvoiceWithLines = {
  readonly invoice_id: string
  readonly number: string
  readonly customer_id: CustomerId
  /** `2026-03-02` */
  readonly purchased_on: string
  readonly lines: readonly {
    readonly product_id: string
    readonly batch: string
    readonly quantity: string
  }[]
}

export async function readInvoicesByNumber(
  query: Query,
  orgId: OrgId,
  numbers: readonly string[],
): Promise<InvoiceWithLines[]> {
  return query<InvoiceWithLines>(
    `select i.invoice_id, i.number, i.customer_id, i.purchased_on::text,
       (select coalesce(jsonb_agg(jsonb_build_object('product_id', l.product_id, 'batch', l.batch, 'quantity', l.quantity::text)
          order by l.line), '[]')
        from invoice_line l where l.org_id = i.org_id and l.invoice_id = i.invoice_id) as lines
     from invoice i where i.org_id = $1 and i.number = any($2)`,
    [orgId, [...new Set(numbers)]],
  )
}

/** Puts invoices in the place of those of the same id, with all their lines. */
export async function replaceInvoices(
  query: Query,
  orgId: OrgId,
  invoices: readonly InvoiceWithLines[],
): Promise<void> {
  const lines = invoices.flatMap((invoice) =>
    invoice.lines.map((line, index) => ({
      ...line,
      line: index + 1,
      invoice_id: invoice.invoice_id,
    })),
  )
  await query(
    `insert into invoice (org_id, invoice_id, number, customer_id, purchased_on)
     select $1, i.invoice_id, i.number, i.customer_id, i.purchased_on
     from jsonb_to_recordset($2::jsonb) as i (invoice_id uuid, number text, customer_id uuid, purchased_on date)
     on conflict (org_id, invoice_id) do update set customer_id = excluded.customer_id, purchased_on = excluded.purchased_on`,
    [orgId, JSON.stringify(invoices)],
  )
  await query('delete from invoice_line where org_id = $1 and invoice_id = any($2::uuid[])', [
    orgId,
    invoices.map((invoice) => invoice.invoice_id),
  ])
  await query(
    `insert into invoice_line (org_id, invoice_id, line, product_id, batch, quantity)
     select $1, l.invoice_id, l.line, l.product_id, l.batch, l.quantity
     from jsonb_to_recordset($2::jsonb) as l (invoice_id uuid, line int, product_id uuid, batch text, quantity numeric)`,
    [orgId, JSON.stringify(lines)],
  )
}
