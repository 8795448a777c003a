import type { Pool } from 'pg'
import type { Principal } from '../../platform/http/principal.ts'
import { revokeSession } from './session-store.ts'
import type { Sessions } from './sessions.ts'

/** Ends this session, here at once and on other nodes with their next look. */
export async function logOut(
  { pool, sessions }: { readonly pool: Pool; readonly sessions: Sessions },
  { orgId, sessionId }: Principal,
): Promise<void> {
  await revokeSession(pool, { orgId, sessionId })
  sessions.forgetAll()
}
