import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { readOrg, withOrg } from '../../platform/database/index.ts'

export type NoticeRow = {
  readonly notice_id: string
  readonly kind: string
  readonly complaint_id: string | null
  readonly actor_id: string | null
  readonly content: Readonly<Record<string, string>>
  readonly created_at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
}

export async function readNotices(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  before: string | undefined,
  limit: number,
): Promise<readonly NoticeRow[]> {
  return readOrg(pool, orgId, (_db, query) =>
    query<NoticeRow>(
      `select notice_id, kind, complaint_id, actor_id, content, created_at, read_at from notice
       where org_id = $1 and user_id = $2 and created_at < $3 order by created_at desc, notice_id desc limit $4`,
      [orgId, userId, before ?? '9999-01-01T00:00:00Z', limit],
    ),
  )
}

export async function countUnread(pool: Pool, orgId: OrgId, userId: UserId): Promise<number> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<{ count: number }>(
      'select count(*) as count from notice where org_id = $1 and user_id = $2 and read_at is null',
      [orgId, userId],
    ),
  )
  return rows[0]?.count ?? 0
}

export async function markRead(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  ids: readonly string[],
  now: string,
): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query(
      'update notice set read_at = $4 where org_id = $1 and user_id = $2 and notice_id = any($3) and read_at is null',
      [orgId, userId, ids, now],
    ),
  )
}
