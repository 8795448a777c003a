import type { Pool } from 'pg'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { type DraftRow, readDraft } from './draft-store.ts'

/** One's own draft that was not put aside; anybody else's does not exist. */
export async function ownDraft(pool: Pool, principal: Principal, id: string): Promise<DraftRow> {
  const row = await readDraft(pool, principal.orgId, id)
  if (row === null || row.owner_id !== principal.actor.id || row.discarded_reason !== null)
    throw notFound()
  return row
}
