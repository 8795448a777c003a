import type { Pool } from 'pg'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { RISKS } from '@yinuo/domain'
import type { LIST_ORDERS } from '@yinuo/contract'
import { type Database, readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { EVER, inView, type ListView, longestLead } from './view-row-predicates.ts'
import { allOf, type CaseQuery, visible, visibleOpen } from './visible-rows.ts'

export type ListFilter = {
  readonly view: ListView
  readonly q?: string | undefined
  /** Only these, as a search has found them. */
  readonly ids?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly owner?: string | undefined
  readonly customer?: string | undefined
  readonly risk?: (typeof RISKS)[number] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly order: (typeof LIST_ORDERS)[number]
  readonly cursor?: string | undefined
  readonly limit: number
}

export type ListRow = {
  readonly complaint_id: string
  readonly number: string
  readonly playbook: string
  readonly customer_name: string
  readonly party: string
  readonly reason: string
  readonly channel: string
  readonly status: string
  readonly step: string
  readonly owner_id: string
  readonly handover_to: string | null
  readonly risk: number | null
  readonly daily_loss_fen: number | null
  readonly received_at: Temporal.Instant
  readonly last_activity_at: Temporal.Instant
  readonly chased_at: Temporal.Instant | null
  readonly closed_at: Temporal.Instant | null
  readonly next_due_at: Temporal.Instant
  readonly rank_at: Temporal.Instant
}
export type NextCommitment = {
  readonly complaint_id: string
  readonly commitment_id: string
  readonly kind: string
  readonly label: string
  readonly opened_at: string
  readonly due_at: Temporal.Instant
  readonly warn_at: Temporal.Instant | null
}

const COLUMNS = [
  'complaint_id',
  'number',
  'playbook',
  'customer_name',
  'party',
  'reason',
  'channel',
  'status',
  'step',
  'owner_id',
  'handover_to',
  'risk',
  'daily_loss_fen',
  'received_at',
  'last_activity_at',
  'chased_at',
  'closed_at',
  'next_due_at',
  'rank_at',
] as const

/** One page of the list and, for its rows, the open commitment with the least time left. */
export async function readList(
  pool: Pool,
  principal: Principal,
  filter: ListFilter,
): Promise<{ rows: readonly ListRow[]; nexts: readonly NextCommitment[] }> {
  const { orgId } = principal
  return readOrg(pool, orgId, async (db, query) => {
    const rows = await readRows(db, principal, filter)
    if (rows.length === 0) return { rows, nexts: [] }
    const nexts = await query<NextCommitment>(
      `select distinct on (complaint_id) complaint_id, commitment_id, kind, state ->> 'label' as label, state ->> 'openedAt' as opened_at, due_at, warn_at
       from commitment
       where org_id = $1 and complaint_id = any($2) and (outcome = 'open' or (outcome = 'broken' and met_at is null)) and state -> 'quietSpan' = 'null'
       order by complaint_id, due_at`,
      [orgId, rows.map((row) => row.complaint_id)],
    )
    return { rows, nexts }
  })
}

/**
 * By time left, what is late comes first and the rest after it, each by rank: a high risk is moved forward (ESC-14), but never
 * before what is late already. Other orders are one statement.
 */
async function readRows(
  db: Kysely<Database>,
  principal: Principal,
  filter: ListFilter,
): Promise<readonly ListRow[]> {
  if (sortOf(filter).column !== 'rank_at')
    return (await listStatement(db, principal, filter, null).execute()) as ListRow[]
  const cursor = readCursor(filter.cursor)
  const late =
    cursor?.band === 'ahead'
      ? []
      : ((await listStatement(db, principal, filter, 'late').execute()) as ListRow[])
  if (late.length === filter.limit) return late
  const rest = {
    ...filter,
    limit: filter.limit - late.length,
    cursor: cursor?.band === 'ahead' ? filter.cursor : undefined,
  }
  const ahead = (await listStatement(db, principal, rest, 'ahead').execute()) as ListRow[]
  return [...late, ...ahead]
}

export type Band = 'late' | 'ahead'

/** One statement behind a page of the list; its plan is tested as the application's role. */
export function listStatement(
  db: Kysely<Database>,
  principal: Principal,
  filter: ListFilter,
  band: Band | null,
) {
  return page(inBand(filtered(db, principal, filter), band, principal), filter).select(COLUMNS)
}

function inBand(query: CaseQuery, band: Band | null, principal: Principal): CaseQuery {
  if (band === null) return query
  const now = Temporal.Instant.from(principal.now)
  if (band === 'late') return query.where('rank_at', '<', now).where('next_due_at', '<', now)
  // Nothing ranks further ahead of its due time than the longest lead: so the index is entered where this band begins.
  return query
    .where('rank_at', '>=', now.subtract({ hours: longestLead(principal) }))
    .where('next_due_at', '>=', now)
}

function seenIn(db: Kysely<Database>, principal: Principal, view: ListView): CaseQuery {
  if (EVER.has(view)) return visible(db, principal)
  // One's own cases are seen by everybody who has any.
  return view === 'mine' ? allOf(db, principal) : visibleOpen(db, principal)
}

function filtered(db: Kysely<Database>, principal: Principal, filter: ListFilter): CaseQuery {
  const seen = seenIn(db, principal, filter.view)
  let query = seen.where((eb) => inView(eb, filter.view, principal))
  if (filter.ids !== undefined)
    query = query.where((eb) => eb('complaint_id', '=', eb.fn.any(eb.val(filter.ids as string[]))))
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.owner !== undefined) query = query.where('owner_id', '=', filter.owner)
  if (filter.customer !== undefined) query = query.where('customer_id', '=', filter.customer)
  if (filter.risk !== undefined) query = query.where('risk', '=', RISKS.indexOf(filter.risk))
  const { zone } = principal.directory
  if (filter.from !== undefined)
    query = query.where('received_at', '>=', startOfDay(filter.from, zone))
  if (filter.to !== undefined)
    query = query.where(
      'received_at',
      '<',
      startOfDay(Temporal.PlainDate.from(filter.to).add({ days: 1 }).toString(), zone),
    )
  return query
}

function startOfDay(date: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
}

/** Keyset paging: the cursor is the last row's sort value and id, so a page costs the same wherever it lies. */
function page(query: CaseQuery, filter: ListFilter): CaseQuery {
  const { column, descending } = sortOf(filter)
  let paged = query
  const cursor = readCursor(filter.cursor)
  if (cursor !== null) {
    const compare = descending ? '<' : '>'
    paged = paged.where(
      column === 'daily_loss_fen'
        ? sql<boolean>`(coalesce(daily_loss_fen, -1), complaint_id) ${sql.raw(compare)} (${Number(cursor.value)}, ${cursor.id}::uuid)`
        : sql<boolean>`(${sql.ref(column)}, complaint_id) ${sql.raw(compare)} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`,
    )
  }
  const direction = descending ? 'desc' : 'asc'
  const sorted =
    column === 'daily_loss_fen'
      ? paged.orderBy(sql`coalesce(daily_loss_fen, -1)`, direction)
      : paged.orderBy(column, direction)
  return sorted.orderBy('complaint_id', direction).limit(filter.limit)
}

type SortColumn = 'rank_at' | 'received_at' | 'last_activity_at' | 'daily_loss_fen'

function sortOf(filter: Pick<ListFilter, 'order' | 'view'>): {
  readonly column: SortColumn
  readonly descending: boolean
} {
  // What is closed has no time left; where it stands among the rest, the newest first is what one looks for.
  if (filter.order === 'time-left')
    return EVER.has(filter.view)
      ? { column: 'received_at', descending: true }
      : { column: 'rank_at', descending: false }
  if (filter.order === 'received') return { column: 'received_at', descending: true }
  if (filter.order === 'activity') return { column: 'last_activity_at', descending: true }
  return { column: 'daily_loss_fen', descending: true }
}

export function cursorAfter(row: ListRow, filter: ListFilter, now: Temporal.Instant): string {
  const { column } = sortOf(filter)
  const band: Band = Temporal.Instant.compare(row.next_due_at, now) < 0 ? 'late' : 'ahead'
  const value = column === 'daily_loss_fen' ? (row.daily_loss_fen ?? -1) : row[column].toString()
  return Buffer.from(JSON.stringify({ value, id: row.complaint_id, band })).toString('base64url')
}

type Cursor = { readonly value: string; readonly id: string; readonly band: Band }

function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
    const { value, id } = read
    const band = read['band'] === 'late' ? 'late' : 'ahead'
    if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return null
    if (typeof value === 'number') return { value: String(value), id, band }
    return { value: Temporal.Instant.from(String(value)).toString(), id, band }
  } catch {
    return null
  }
}

export async function readCountsByCustomer(
  pool: Pool,
  principal: Principal,
  ids: readonly string[],
): Promise<
  readonly { readonly customer_id: string; readonly open: number; readonly all: number }[]
> {
  return readOrg(pool, principal.orgId, async (db) => {
    const rows = await visible(db, principal)
      .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids as string[]))))
      .groupBy('customer_id')
      .select((eb) => [
        'customer_id',
        eb.fn.countAll<number>().as('all'),
        eb.fn.count<number>('complaint_id').filterWhere('closed_at', 'is', null).as('open'),
      ])
      .execute()
    return rows.flatMap((row) =>
      row.customer_id === null
        ? []
        : [{ customer_id: row.customer_id, open: row.open, all: row.all }],
    )
  })
}
