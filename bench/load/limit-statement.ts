import { randomUUIDv7 } from 'node:crypto'

export type Row = Readonly<Record<string, unknown>>

/** What one registration through the API left behind, table by table, as `to_jsonb` tells it. */
export type RegistrationRows = {
  readonly complaint: readonly Row[]
  readonly event: readonly Row[]
  readonly event_value: readonly Row[]
  readonly commitment: readonly Row[]
  readonly idempotency: readonly Row[]
}

const TABLES = ['idempotency', 'complaint', 'event', 'event_value', 'commitment'] as const

/** One row per table and event, all columns given: the same rows `append_complaint` writes, in one statement. */
export function limitStatement(rows: RegistrationRows): string {
  let parameter = 0
  const inserts = TABLES.map((table) => {
    const columns = columnsOf(rows, table)
    const values = rows[table].map(
      () => `(${columns.map(() => `$${(parameter += 1)}`).join(', ')})`,
    )
    return `${table}_rows as (insert into ${table} (${columns.join(', ')}) values ${values.join(', ')})`
  })
  return `with ${inserts.join(',\n')} select 1`
}

/** Where each value of the statement comes from: copied, or made anew for every registration. */
type Slot =
  | { readonly from: 'sample'; readonly value: unknown }
  | { readonly from: 'fresh-id'; readonly old: string }
  | { readonly from: 'shifted-time'; readonly afterReceiptMs: number }
  | { readonly from: 'number' }
  | { readonly from: 'key' }

export type PreparedSample = { readonly slots: readonly Slot[] }

export function prepareSample(rows: RegistrationRows): PreparedSample {
  const received = Date.parse(String(rows.complaint[0]?.['received_at']))
  const own = new Set([
    ...rows.complaint.map((row) => row['complaint_id']),
    ...rows.commitment.map((row) => row['commitment_id']),
  ])
  const slot = (column: string, value: unknown): Slot => {
    if (typeof value === 'string' && own.has(value)) return { from: 'fresh-id', old: value }
    if (column === 'number') return { from: 'number' }
    if (column === 'key') return { from: 'key' }
    if (column.endsWith('_at') && typeof value === 'string')
      return { from: 'shifted-time', afterReceiptMs: Date.parse(value) - received }
    const isDocument = typeof value === 'object' && value !== null
    return { from: 'sample', value: isDocument ? JSON.stringify(value) : value }
  }
  return {
    slots: TABLES.flatMap((table) =>
      rows[table].flatMap((row) =>
        columnsOf(rows, table).map((column) => slot(column, row[column])),
      ),
    ),
  }
}

/** The values of one more registration: ids, number, key and times of its own, the same documents. */
export function stamp(
  { slots }: PreparedSample,
  { number, key }: { readonly number: string; readonly key: string },
  nowMs: number,
): unknown[] {
  const fresh = new Map<string, string>()
  const idFor = (old: string): string => {
    const known = fresh.get(old) ?? randomUUIDv7()
    fresh.set(old, known)
    return known
  }
  return slots.map((slot) => {
    switch (slot.from) {
      case 'sample':
        return slot.value
      case 'fresh-id':
        return idFor(slot.old)
      case 'shifted-time':
        return new Date(nowMs + slot.afterReceiptMs).toISOString()
      case 'number':
        return number
      case 'key':
        return key
    }
  })
}

function columnsOf(rows: RegistrationRows, table: (typeof TABLES)[number]): string[] {
  // `created_at` of the key is the database's to set, there as here.
  return Object.keys(rows[table][0] ?? {}).filter((column) => column !== 'created_at')
}
