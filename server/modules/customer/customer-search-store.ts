import type { CustomerId, OrgId, Party } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'

/** What a line of a list needs. */
export type FoundCustomer = {
  readonly customer_id: CustomerId
  readonly name: string
  readonly party: Party
  readonly phone: string
  readonly address: string
  readonly salutation: string
}

const FOUND = 'c.customer_id, c.name, c.party, c.phone, c.address, c.salutation'

// The partial indexes are used only where the query repeats their condition word for word.
const BY_PHONE_START = `select ${FOUND} from customer c
 where c.org_id = $1 and c.phone_digits >= $2 and c.phone_digits < $3 and c.phone_digits <> ''
 order by c.phone_digits limit $4`
const BY_PHONE_END = `select ${FOUND} from customer c
 where c.org_id = $1 and c.phone_reversed >= $2 and c.phone_reversed < $3 and c.phone_reversed <> ''
 order by c.phone_reversed limit $4`
const BY_NAME_START = `select ${FOUND} from customer c
 where c.org_id = $1 and c.name_key >= $2 and c.name_key < $3
 order by c.name_key limit $4 offset $5`
// An array, not a join with the function: the planner takes its rows for a thousand and would read the whole table.
const BY_NAME_PART = `select ${FOUND}
 from (select array(select customer_id from find_customers_by_name($1, $2, $3, $4)) as ids offset 0) f
 join customer c on c.org_id = $1 and c.customer_id = any(f.ids)
 order by array_position(f.ids, c.customer_id) offset $5`
const BY_INVOICE = `select ${FOUND}, i.invoice_id, i.number, i.purchased_on
 from invoice i join customer c on c.org_id = i.org_id and c.customer_id = i.customer_id
 where i.org_id = $1 and i.number >= $2 and i.number < $3
 order by i.number limit $4`
const PAGE = `select ${FOUND}, c.name_key from customer c
 where c.org_id = $1 and (c.name_key, c.customer_id) > ($2, $3)
 order by c.name_key, c.customer_id limit $4`

/** Above every character in the byte order of UTF-8. */
const HIGHEST = '\u{10FFFF}'

/** Texts in byte order, from `from` and before `before`. */
type Range = { readonly from: string; readonly before: string }

export function findByPhoneStart(
  query: Query,
  orgId: OrgId,
  { from, before }: Range,
  limit: number,
): Promise<FoundCustomer[]> {
  return query(BY_PHONE_START, [orgId, from, before, limit])
}

/** `reversed`: the range of the number read backwards. */
export function findByPhoneEnd(
  query: Query,
  orgId: OrgId,
  reversed: Range,
  limit: number,
): Promise<FoundCustomer[]> {
  return query(BY_PHONE_END, [orgId, reversed.from, reversed.before, limit])
}

/** A single character has no pair to look up: it finds the names that begin with it. */
export function findByName(
  query: Query,
  orgId: OrgId,
  key: string,
  grams: readonly string[],
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<FoundCustomer[]> {
  return grams.length === 0
    ? query(BY_NAME_START, [orgId, key, key + HIGHEST, limit, offset])
    : query(BY_NAME_PART, [orgId, key, grams, limit + offset, offset])
}

export type FoundInvoice = FoundCustomer & {
  readonly invoice_id: string
  readonly number: string
  readonly purchased_on: Temporal.PlainDate
}

export function findByInvoice(
  query: Query,
  orgId: OrgId,
  number: string,
  limit: number,
): Promise<FoundInvoice[]> {
  return query(BY_INVOICE, [orgId, number, number + HIGHEST, limit])
}

export function readPage(
  query: Query,
  orgId: OrgId,
  after: { readonly key: string; readonly id: CustomerId },
  limit: number,
): Promise<(FoundCustomer & { readonly name_key: string })[]> {
  return query(PAGE, [orgId, after.key, after.id, limit])
}
