import type { Pool } from 'pg'
import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { listNotices, markNoticesRead } from './read-notices.ts'

export function noticeHandlers({ pool }: { readonly pool: Pool }): readonly Handler[] {
  return [
    on(api.commitment.notices, ({ principal, query }) => listNotices(pool, principal, query)),
    on(api.commitment.readNotices, ({ principal, body }) =>
      markNoticesRead(pool, principal, body.ids),
    ),
  ]
}
