import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { callFunction, readOrg, withOrg } from '../../platform/database/index.ts'

/** The organisation of a demo database and its name; null when it is empty. */
export async function readDemoOrganisation(
  pool: Pool,
): Promise<{ readonly orgId: OrgId; readonly name: string } | null> {
  const [found] = await callFunction<{ org_id: string }>(
    pool,
    'select org_id from all_organisations()',
  )
  if (found === undefined) return null
  const orgId = found.org_id
  const rows = await readOrg(pool, orgId, (db) =>
    db.selectFrom('organisation').select('name').where('org_id', '=', orgId).execute(),
  )
  return { orgId, name: rows[0]?.name ?? '' }
}

export async function renameOrganisation(pool: Pool, orgId: OrgId, name: string): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query('update organisation set name = $2 where org_id = $1', [orgId, name]),
  )
}

/**
 * Takes the business clock to `target`, or to a second after whatever falls due before it (a worker that has just been woken).
 * `due` tells that something has to be fired there. Seconds and not an interval of days: those depend on the session's zone.
 */
export async function moveOn(
  pool: Pool,
  orgId: OrgId,
  target: Temporal.Instant,
): Promise<{ readonly reached: boolean; readonly due: boolean }> {
  const [row] = await withOrg(pool, orgId, (_db, query) =>
    query<{ reached: boolean; due: boolean }>(
      `update organisation set clock_offset = make_interval(secs => extract(epoch from stop.moment - clock_timestamp())::float8)
       from (
         select least($2::timestamptz, min(next_fire_at) + interval '1 second') as moment, min(next_fire_at) <= $2 as due
         from commitment where org_id = $1
       ) as stop
       where org_id = $1
       returning stop.moment = $2 as reached, coalesce(stop.due, false) as due`,
      [orgId, target],
    ),
  )
  if (row === undefined) throw new Error('demo: the organisation is not there')
  return row
}
