import type { Pool } from 'pg'
import type { InstantText, OrgId } from '@yinuo/domain'
import { callFunction, type Query } from '../database/index.ts'
import type { SealedHead } from './seal-mac.ts'

/**
 * How far behind the last seal events are looked at again: they carry the time at which they were made, and a transaction
 * may commit after a seal that is later. No transaction of ours lasts a minute (pool.ts).
 */
export const SEAL_OVERLAP = 'PT15M'

export type LastSeal = {
  readonly number: number
  readonly sealedAt: InstantText
  readonly mac: Buffer
}

export async function sealedOrganisations(pool: Pool): Promise<readonly OrgId[]> {
  const rows = await callFunction<{ org_id: string }>(
    pool,
    'select org_id from all_organisations()',
  )
  return rows.map((row) => row.org_id)
}

export async function databaseName(pool: Pool): Promise<string> {
  const [row] = await callFunction<{ name: string }>(pool, 'select current_database() as name')
  if (row === undefined) throw new Error('the database told no name')
  return row.name
}

/** False when another node is sealing this organisation now. Held until the transaction ends. */
export async function lockSeals(query: Query, orgId: OrgId): Promise<boolean> {
  const [row] = await query<{ ours: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as ours`,
    [`yinuo seal ${orgId}`],
  )
  return row?.ours === true
}

export async function readLastSeal(query: Query, orgId: OrgId): Promise<LastSeal | null> {
  const [row] = await query<{ number: number; sealed_at: Temporal.Instant; mac: Buffer }>(
    'select number, sealed_at, mac from seal where org_id = $1 order by number desc limit 1',
    [orgId],
  )
  return row === undefined
    ? null
    : { number: row.number, sealedAt: row.sealed_at.toString(), mac: row.mac }
}

/** Heads of streams with events from `since` on that no seal covers yet; and the database's time before it looked. */
export async function readMovedHeads(
  query: Query,
  orgId: OrgId,
  since: InstantText | null,
  limit: number,
): Promise<{ readonly now: InstantText; readonly heads: readonly SealedHead[] }> {
  const [clock] = await query<{ now: Temporal.Instant }>('select clock_timestamp() as now')
  if (clock === undefined) throw new Error('the database told no time')
  const rows = await query<{ stream_id: string; seq: number; hash: string }>(
    `with sealed as (
       select (head ->> 0)::uuid as stream_id, max((head ->> 1)::int) as seq
       from seal s, jsonb_array_elements(s.heads) head
       where s.org_id = $1 and s.sealed_at >= coalesce($2, '-infinity'::timestamptz)
       group by 1
     )
     select distinct on (e.stream_id) e.stream_id, e.seq, encode(e.hash, 'hex') as hash
     from event e left join sealed on sealed.stream_id = e.stream_id
     where e.org_id = $1 and e.real_at >= coalesce($2, '-infinity'::timestamptz) and e.seq > coalesce(sealed.seq, 0)
     order by e.stream_id, e.seq desc
     limit $3`,
    [orgId, since, limit],
  )
  return { now: clock.now.toString(), heads: rows.map((row) => [row.stream_id, row.seq, row.hash]) }
}

export async function insertSeal(
  query: Query,
  orgId: OrgId,
  seal: LastSeal & { readonly heads: readonly SealedHead[] },
): Promise<void> {
  await query(
    'insert into seal (org_id, number, sealed_at, heads, mac) values ($1, $2, $3, $4, $5)',
    [orgId, seal.number, seal.sealedAt, JSON.stringify(seal.heads), seal.mac],
  )
}
