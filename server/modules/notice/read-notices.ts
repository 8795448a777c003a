import type { Pool } from 'pg'
import type { api, OutputOf } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import { countUnread, markRead, readNotices } from './notice-store.ts'
import { presentNotice } from './present-notice.ts'

type Notices = OutputOf<typeof api.commitment.notices>

/** One's notices, newest first, and how many are unread. */
export async function listNotices(
  pool: Pool,
  principal: Principal,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<Notices> {
  const { orgId, actor } = principal
  const [unread, rows] = await Promise.all([
    countUnread(pool, orgId, actor.id),
    readNotices(pool, orgId, actor.id, page.before, page.limit),
  ])
  return { unread, notices: rows.map((row) => presentNotice(row, principal)) }
}

export async function markNoticesRead(
  pool: Pool,
  principal: Principal,
  ids: readonly string[],
): Promise<{ unread: number }> {
  const { orgId, actor } = principal
  await markRead(pool, orgId, actor.id, ids, principal.now)
  return { unread: await countUnread(pool, orgId, actor.id) }
}
