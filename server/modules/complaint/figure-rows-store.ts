import type { Pool } from 'pg'
import { sql } from 'kysely'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { visible } from './visible-rows.ts'

export type FigureRow = {
  readonly complaint_id: string
  readonly playbook: string
  readonly customer_id: string | null
  readonly customer_name: string
  readonly received_at: Temporal.Instant
  readonly first_answer_at: string | null
  readonly ending: string | null
  readonly closed: boolean
  readonly product: string | null
  readonly cause: string | null
  /** The content of the plan that stands approved; null without one. */
  readonly plan: {
    readonly remedies: readonly { readonly remedy: string; readonly amountFen: number }[]
    readonly costFen: number | null
    readonly keptFen: number | null
  } | null
}

const AT_ONCE = 2_000

/** Hands over every case received in a span that this person may see, a few thousand at a time, so that memory stays small. */
export async function eachFigureRow(
  pool: Pool,
  principal: Principal,
  span: { readonly from: Temporal.Instant; readonly before: Temporal.Instant },
  take: (row: FigureRow) => void,
): Promise<void> {
  let after: { readonly at: Temporal.Instant; readonly id: string } | null = null
  for (;;) {
    const rows = await readPart(pool, principal, span, after)
    rows.forEach(take)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    after = { at: last.received_at, id: last.complaint_id }
  }
}

function readPart(
  pool: Pool,
  principal: Principal,
  { from, before }: { readonly from: Temporal.Instant; readonly before: Temporal.Instant },
  after: { readonly at: Temporal.Instant; readonly id: string } | null,
): Promise<readonly FigureRow[]> {
  const text = (path: string) => sql<string | null>`state #>> ${sql.lit(path)}::text[]`
  return readOrg(pool, principal.orgId, async (db) => {
    const all = visible(db, principal)
      .where('received_at', '>=', from)
      .where('received_at', '<', before)
    const rest =
      after === null
        ? all
        : all.where(
            sql<boolean>`(received_at, complaint_id) > (${after.at.toString()}::timestamptz, ${after.id}::uuid)`,
          )
    const rows = await rest
      .select(['complaint_id', 'playbook', 'customer_id', 'customer_name', 'received_at'])
      .select([
        text('{records,reply,0,at}').as('first_answer_at'),
        text('{ending}').as('ending'),
        sql<boolean>`closed_at is not null`.as('closed'),
        sql<
          string | null
        >`coalesce(${text('{forms,finding-out,values,productName}')}, ${text('{forms,registration,values,productName}')})`.as(
          'product',
        ),
        text('{forms,negotiation,values,fault}').as('cause'),
        sql<
          FigureRow['plan']
        >`case when state #>> '{plan,stage}' = 'approved' then state #> '{plan,content}' end`.as(
          'plan',
        ),
      ])
      .orderBy('received_at')
      .orderBy('complaint_id')
      .limit(AT_ONCE)
      .execute()
    return rows as unknown as readonly FigureRow[]
  })
}
