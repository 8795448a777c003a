import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { readOrg, withOrg } from '../../platform/database/index.ts'

/** The demo's clock: set to a moment (running on or frozen there), or null for real time. Refused by the table's own check elsewhere. */
export async function moveClock(
  pool: Pool,
  orgId: OrgId,
  now: string | null,
  frozen: boolean,
): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    now === null
      ? query(
          `update organisation set clock_offset = '0', clock_frozen_at = null where org_id = $1`,
          [orgId],
        )
      : query(
          `update organisation set clock_offset = $2::timestamptz - clock_timestamp(), clock_frozen_at = case when $3 then $2::timestamptz end where org_id = $1`,
          [orgId, now, frozen],
        ),
  )
}

export async function isFrozen(pool: Pool, orgId: OrgId): Promise<boolean> {
  const row = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('organisation')
      .select('clock_frozen_at')
      .where('org_id', '=', orgId)
      .executeTakeFirst(),
  )
  return row?.clock_frozen_at != null
}
