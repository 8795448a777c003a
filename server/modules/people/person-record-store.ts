import type { Pool } from 'pg'
import type { Json, OrgId, UserId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

export type PersonEventRow = {
  readonly type: string
  readonly actor_id: UserId | null
  readonly business_at: Temporal.Instant
  readonly fields: Readonly<Record<string, Json>>
}

/** What was changed about a person, newest first. */
export function readPersonEvents(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  limit: number,
): Promise<readonly PersonEventRow[]> {
  return readOrg(pool, orgId, (_db, query) =>
    query<PersonEventRow>(
      `select e.type, e.actor_id, e.business_at, v.fields
       from event e join event_value v on v.org_id = e.org_id and v.stream_id = e.stream_id and v.seq = e.seq
       where e.org_id = $1 and e.stream_id = $2 and e.noun = 'person' order by e.seq desc limit $3`,
      [orgId, userId, limit],
    ),
  )
}

export type KeptFigures = {
  readonly met: number
  readonly late: number
  readonly kept: number
  readonly broken: number
}

/**
 * How a person kept deadlines and promises between two moments. What was settled is found by when it was, what still runs late
 * by its due time: both have an index of the owner.
 */
export async function readKeptFigures(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  from: string,
  until: string,
): Promise<KeptFigures> {
  const [row] = await readOrg(pool, orgId, (_db, query) =>
    query<KeptFigures>(
      `with settled as (
         select kind, missed_at is not null as late from commitment
         where org_id = $1 and owner_id = $2 and met_at is not null and met_at >= $3 and met_at < $4 and outcome <> 'void'
         union all
         select kind, true from commitment
         where org_id = $1 and owner_id = $2 and due_at >= $3 and due_at < $4 and missed_at is not null and met_at is null
           and (outcome = 'open' or (outcome = 'broken' and met_at is null))
       )
       select count(*) filter (where kind <> 'promise' and not late)::int as met,
         count(*) filter (where kind <> 'promise' and late)::int as late,
         count(*) filter (where kind = 'promise' and not late)::int as kept,
         count(*) filter (where kind = 'promise' and late)::int as broken
       from settled`,
      [orgId, userId, from, until],
    ),
  )
  return row ?? { met: 0, late: 0, kept: 0, broken: 0 }
}
