import type { Query } from '../../platform/database/index.ts'
import type { EventRow, StreamHead } from '../../platform/log/chain.ts'
import type { Founding } from './founding-type.ts'

/** Two set-ups at once: the second waits here and then finds an organisation. The number is nothing but this lock's name. */
const FOUNDING_LOCK = 7_340_001

/** How many organisations there are, with every other founding held back until the transaction ends. */
export async function countOrganisationsAlone(query: Query): Promise<number> {
  await query('select pg_advisory_xact_lock($1)', [FOUNDING_LOCK])
  const [row] = await query<{ count: number }>('select organisation_count() as count')
  return row?.count ?? 0
}

export async function readRealTime(query: Query): Promise<string> {
  const [row] = await query<{ at: Temporal.Instant }>('select clock_timestamp() as at')
  if (row === undefined) throw new Error('the database told no time')
  return row.at.toString()
}

/** Organisation, first site, administrator and his events; `head` is that of the administrator's stream. */
export async function insertFounding(
  query: Query,
  founding: Founding,
  head: StreamHead,
  events: readonly EventRow[],
): Promise<void> {
  const { orgId, siteId, userId } = founding
  await query(
    `insert into organisation (org_id, name, demo, clock_offset)
     values ($1, $2, $3, make_interval(secs => coalesce(extract(epoch from $4::timestamptz - clock_timestamp()), 0)::float8))`,
    [orgId, founding.organisation, founding.demoStart !== null, founding.demoStart],
  )
  await query('insert into site (org_id, site_id, name) values ($1, $2, $3)', [
    orgId,
    siteId,
    founding.site,
  ])
  await query(
    `insert into person (org_id, user_id, login, name, site_id, posts, version, seq, head_hash)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8)`,
    [
      orgId,
      userId,
      founding.login,
      founding.administrator,
      siteId,
      JSON.stringify(founding.posts),
      head.seq,
      head.hash,
    ],
  )
  await query('insert into credential (org_id, user_id, password_hash) values ($1, $2, $3)', [
    orgId,
    userId,
    founding.passwordHash,
  ])
  await query('select write_events($1, $2)', [orgId, JSON.stringify(events)])
}
