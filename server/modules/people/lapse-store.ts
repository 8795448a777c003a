import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { callFunction, withOrg } from '../../platform/database/index.ts'

export type LapseNotice = {
  readonly id: string
  readonly to: UserId
  readonly at: string
  readonly content: Readonly<Record<string, string>>
}

/** How many were not written before. */
export async function writeLapseNotices(
  pool: Pool,
  orgId: OrgId,
  notices: readonly LapseNotice[],
): Promise<number> {
  if (notices.length === 0) return 0
  const rows = await withOrg(pool, orgId, (_db, query) =>
    query(
      `insert into notice (org_id, notice_id, user_id, kind, content, created_at)
       select $1, n.id, n."to", 'qualification-lapsed', n.content, n.at
       from jsonb_to_recordset($2::jsonb) as n (id uuid, "to" uuid, at timestamptz, content jsonb)
       on conflict (org_id, notice_id) do nothing returning notice_id`,
      [orgId, JSON.stringify(notices)],
    ),
  )
  return rows.length
}

export async function organisationIds(pool: Pool): Promise<readonly OrgId[]> {
  const rows = await callFunction<{ org_id: OrgId }>(pool, 'select org_id from all_organisations()')
  return rows.map((row) => row.org_id)
}
