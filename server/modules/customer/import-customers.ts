import { randomUUIDv7 } from 'node:crypto'
import type { CustomerId, InstantText, Json } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'
import { chain, type EventRow, NO_EVENTS } from '../../platform/log/chain.ts'
import type { ChangeAuthor } from '../../platform/log/record-change.ts'
import { changedValues, stillConfirmed } from './changed-values.ts'
import { type CustomerContent, type CustomerRow, EMPTY_CONTENT } from './customer-row.ts'
import { readSameCustomers } from './customer-import-store.ts'
import { insertCustomers, updateCustomers } from './customer-store.ts'
import { nameKey } from './name-key.ts'
import { phoneDigits } from './phone-key.ts'

/** A row of a customer list. Empty cells are absent: they never empty what stands. */
export type ImportedCustomer = {
  /** Number of the outside system; empty when the list has none. */
  readonly code: string
  readonly values: Partial<CustomerContent> & Pick<CustomerContent, 'name'>
}

export type CustomerPlan = {
  readonly action: 'add' | 'change' | 'same'
  readonly id: CustomerId
  readonly code: string | null
  readonly standing: CustomerRow | null
  readonly values: Partial<CustomerContent>
}

/**
 * What an import would do with each row: the customer is the one with its number, else the one with exactly this name and
 * phone. A customer without a number, found by name and phone, gets the number of the list. `lock` keeps what was found
 * as it is until the transaction ends.
 */
export async function planCustomers(
  query: Query,
  orgId: string,
  rows: readonly ImportedCustomer[],
  { lock }: { readonly lock: boolean },
): Promise<CustomerPlan[]> {
  const standing = await readSameCustomers(
    query,
    orgId,
    {
      codes: rows.map((row) => row.code).filter((code) => code !== ''),
      nameKeys: rows.map((row) => nameKey(row.values.name)),
    },
    { lock },
  )
  const byCode = new Map(standing.map((row) => [row.outside_code, row]))
  const byName = new Map<string, CustomerRow[]>()
  for (const row of standing) {
    const key = identity(row)
    byName.set(key, [...(byName.get(key) ?? []), row])
  }
  const taken = new Set<CustomerId>()
  return rows.map((row) => {
    const named = (byName.get(identity({ phone: '', ...row.values })) ?? []).filter(
      (one) => !taken.has(one.customer_id) && (row.code === '' || one.outside_code === null),
    )
    const found = (row.code === '' ? undefined : byCode.get(row.code)) ?? named[0]
    if (found !== undefined) taken.add(found.customer_id)
    return planOne(row, found)
  })
}

function planOne(row: ImportedCustomer, found: CustomerRow | undefined): CustomerPlan {
  const code = row.code === '' ? (found?.outside_code ?? null) : row.code
  if (found === undefined) {
    const values = { ...EMPTY_CONTENT, ...row.values }
    return { action: 'add', id: randomUUIDv7(), code, standing: null, values }
  }
  const values = changedValues(found, row.values)
  const same = Object.keys(values).length === 0 && code === found.outside_code
  return { action: same ? 'same' : 'change', id: found.customer_id, code, standing: found, values }
}

/** Carries out plans made with `lock` in the same transaction: rows and an event on each customer's own stream. */
export async function writeCustomers(
  query: Query,
  author: ChangeAuthor,
  plans: readonly CustomerPlan[],
  realAt: InstantText,
): Promise<void> {
  const events: EventRow[] = []
  const written = plans
    .filter((plan) => plan.action !== 'same')
    .map(({ action, id, code, standing, values }) => {
      const head = standing === null ? NO_EVENTS : { seq: standing.seq, hash: standing.head_hash }
      const said: Record<string, Json> = { ...(values as Record<string, Json>) }
      if (code !== null && code !== standing?.outside_code) said['outsideCode'] = code
      const type = action === 'add' ? 'customer-created' : 'customer-changed'
      const event = { type, data: { values: said }, at: author.now, by: author.actor.id }
      const chained = chain({ orgId: author.orgId, id, noun: 'customer', head }, [event], realAt)
      events.push(...chained.rows)
      return {
        ...EMPTY_CONTENT,
        name: '',
        ...standing,
        ...values,
        customer_id: id,
        outside_code: code,
        confirmed: standing === null ? {} : stillConfirmed(standing.confirmed, values),
        version: (standing?.version ?? 0) + 1,
        seq: chained.head.seq,
        head_hash: chained.head.hash,
      }
    })
  if (written.length === 0) return
  const known = new Set(plans.filter((plan) => plan.standing !== null).map((plan) => plan.id))
  await insertCustomers(
    query,
    author.orgId,
    written.filter((row) => !known.has(row.customer_id)),
  )
  await updateCustomers(
    query,
    author.orgId,
    written.filter((row) => known.has(row.customer_id)),
  )
  await query('select write_events($1, $2)', [author.orgId, JSON.stringify(events)])
}

function identity({ name, phone }: Pick<CustomerContent, 'name' | 'phone'>): string {
  return `${nameKey(name)}\u0000${phoneDigits(phone)}`
}
