import type { Pool } from 'pg'
import type { Principal } from '../../platform/http/principal.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { readPasswordHash, revokeSessionsOf, writePasswordHash } from './session-store.ts'
import type { Sessions } from './sessions.ts'

/** With the present password only; every other session of the person ends with it. */
export async function changePassword(
  { pool, sessions }: { readonly pool: Pool; readonly sessions: Sessions },
  { orgId, actor, sessionId }: Principal,
  current: string,
  next: string,
): Promise<void> {
  const stored = await readPasswordHash(pool, orgId, actor.id)
  if (!(await passwordMatches(stored, current))) throw new ProblemError('wrong-credentials')
  await writePasswordHash(pool, orgId, actor.id, await hashPassword(next))
  await revokeSessionsOf(pool, orgId, actor.id, sessionId)
  sessions.forgetAll()
}
