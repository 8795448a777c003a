import { type Expression, type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import { type Database, readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { EVER, inView, type ListView } from './view-row-predicates.ts'
import { allOf, handInForEver, sightOf, visible, visibleOpen } from './visible-rows.ts'

/** Nobody reads an exact number of four digits on a tab; so no view costs more than a thousand rows to count. */
const COUNT_LIMIT = 1_000

export type Counts = {
  readonly views: Record<string, number>
  readonly dailyLossFen: number
  readonly dailyLossCases: number
}

/** How many cases each view holds for this person, up to the limit, and what the standstills cost a day; as of now, never kept. */
export async function readCounts(
  pool: Pool,
  principal: Principal,
  views: readonly ListView[],
): Promise<Counts> {
  const row = await readOrg(pool, principal.orgId, (db) =>
    countStatement(db, principal, views).executeTakeFirstOrThrow(),
  )
  const { cases, fen, ...counts } = row as unknown as Record<string, number>
  const limited = Object.entries(counts).map(([view, n]) => [view, Math.min(n, COUNT_LIMIT)])
  return {
    views: Object.fromEntries(limited) as Counts['views'],
    dailyLossFen: fen ?? 0,
    dailyLossCases: cases ?? 0,
  }
}

/** One statement for all counts; its plan is tested as the application's role. */
export function countStatement(
  db: Kysely<Database>,
  principal: Principal,
  views: readonly ListView[],
) {
  const seesAll = ['organisation', 'site'].includes(sightOf(principal))
  return seesAll ? overAll(db, principal, views) : overOwn(db, principal, views)
}

const CASES = sql<number>`count(*) filter (where daily_loss_fen > 0)`.as('cases')
const FEN = sql<number>`coalesce(sum(daily_loss_fen), 0)::bigint`.as('fen')

/** Who sees all: each view walks its own index and stops at the limit. */
function overAll(db: Kysely<Database>, principal: Principal, views: readonly ListView[]) {
  return visibleOpen(db, principal)
    .where('daily_loss_fen', '>', 0)
    .select([
      CASES,
      FEN,
      ...views.map((view) =>
        upToLimit(
          visible(db, principal)
            .where((eb) => inView(eb, view, principal))
            .select('complaint_id'),
        ).as(view),
      ),
    ])
}

/** Who sees what he has a hand in: that is put together once, and all open views are counted over it. */
function overOwn(db: Kysely<Database>, principal: Principal, views: readonly ListView[]) {
  return visibleOpen(db, principal).select((eb) => [
    CASES,
    FEN,
    ...views
      .filter((view) => !EVER.has(view))
      .map((view) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inView(eb, view, principal))
          .as(view),
      ),
    ...views
      .filter((view) => EVER.has(view))
      .map((view) => upToLimit(ownEver(db, principal, view)).as(view)),
  ])
}

/** What is closed grows for ever: at most the limit of it is put together. */
function ownEver(db: Kysely<Database>, principal: Principal, view: ListView): Expression<unknown> {
  if (view === 'recorded-by-me') {
    return allOf(db, principal)
      .where((eb) => inView(eb, view, principal))
      .select('complaint_id')
  }
  return handInForEver(principal, view === 'closed' ? 'closed' : 'ever')
}

function upToLimit(ids: Expression<unknown>) {
  return sql<number>`(select count(*) from (select * from (${ids}) ids limit ${COUNT_LIMIT}) counted)`
}
