import type { CustomerId, OrgId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'
import {
  type Confirmations,
  type CustomerContent,
  type CustomerRow,
  ROW_COLUMNS,
  searchColumns,
} from './customer-row.ts'

export async function readCustomerRow(
  query: Query,
  orgId: OrgId,
  id: CustomerId,
): Promise<CustomerRow | null> {
  const rows = await query<CustomerRow>(
    `select ${ROW_COLUMNS} from customer where org_id = $1 and customer_id = $2`,
    [orgId, id],
  )
  return rows[0] ?? null
}

export type WrittenCustomer = CustomerContent & {
  readonly customer_id: CustomerId
  readonly outside_code: string | null
  readonly confirmed: Confirmations
  readonly version: number
  readonly seq: number
  readonly head_hash: Buffer
}

/** How many were new: an id that stands already is left alone. */
export async function insertCustomers(
  query: Query,
  orgId: OrgId,
  customers: readonly WrittenCustomer[],
): Promise<number> {
  const rows = await query<{ customer_id: string }>(
    `insert into customer (
       org_id, customer_id, outside_code, name, name_key, name_grams, party, phone, phone_digits, phone_reversed, address,
       salutation, responsible, products, contacts, note, trade, since, prospects, confirmed, version, seq, head_hash
     )
     select $1, c.customer_id, c.outside_code, c.name, c.name_key, c.name_grams, c.party, c.phone, c.phone_digits,
       c.phone_reversed, c.address, c.salutation, c.responsible, c.products, c.contacts, c.note, c.trade, c.since, c.prospects,
       c.confirmed, c.version, c.seq,
       decode(c.head_hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as c (
       customer_id uuid, outside_code text, name text, name_key text, name_grams text[], party text, phone text,
       phone_digits text, phone_reversed text, address text, salutation text, responsible text, products text,
       contacts jsonb, note text, trade text, since text, prospects text, confirmed jsonb, version int, seq int, head_hash text
     )
     on conflict (org_id, customer_id) do nothing
     returning customer_id`,
    [orgId, JSON.stringify(customers.map(written))],
  )
  return rows.length
}

/** Of rows locked by the caller. */
export async function updateCustomers(
  query: Query,
  orgId: OrgId,
  customers: readonly WrittenCustomer[],
): Promise<void> {
  await query(
    `update customer t set
       outside_code = c.outside_code, name = c.name, name_key = c.name_key, name_grams = c.name_grams, party = c.party,
       phone = c.phone, phone_digits = c.phone_digits, phone_reversed = c.phone_reversed, address = c.address,
       salutation = c.salutation, responsible = c.responsible, products = c.products, contacts = c.contacts, note = c.note,
       trade = c.trade, since = c.since, prospects = c.prospects,
       confirmed = c.confirmed, version = c.version, seq = c.seq, head_hash = decode(c.head_hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as c (
       customer_id uuid, outside_code text, name text, name_key text, name_grams text[], party text, phone text,
       phone_digits text, phone_reversed text, address text, salutation text, responsible text, products text,
       contacts jsonb, note text, trade text, since text, prospects text, confirmed jsonb, version int, seq int, head_hash text
     )
     where t.org_id = $1 and t.customer_id = c.customer_id`,
    [orgId, JSON.stringify(customers.map(written))],
  )
}

function written(customer: WrittenCustomer): object {
  return { ...customer, ...searchColumns(customer), head_hash: customer.head_hash.toString('hex') }
}
