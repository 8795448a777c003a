import type { Pool } from 'pg'
import type { Principal } from '../../platform/http/principal.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { recordChange } from '../../platform/log/record-change.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { endSessions, readCredential, setCredential } from './session-store.ts'
import type { Sessions } from './sessions.ts'

type PasswordCall = {
  readonly principal: Principal
  readonly key: string
  readonly inputHash: Buffer
}

/** With the present password only; every other session of the person ends with it, and the log says so (SYS-02). */
export async function changePassword(
  { pool, sessions }: { readonly pool: Pool; readonly sessions: Sessions },
  call: PasswordCall,
  current: string,
  next: string,
): Promise<void> {
  const { orgId, actor, sessionId } = call.principal
  const stored = await readCredential(pool, orgId, actor.id)
  if (!(await passwordMatches(stored?.hash ?? null, current)))
    throw new ProblemError('wrong-credentials')
  // Otherwise the one-time password would simply go on.
  if (next === current)
    throw new ProblemError('invalid', {
      fields: [{ path: 'next', message: '新密码不能和现在的一样' }],
    })
  const hash = await hashPassword(next)
  await recordChange(
    pool,
    call.principal,
    call,
    { noun: 'person', id: actor.id, expectedVersion: null },
    async ({ query }) => {
      await setCredential(query, orgId, actor.id, hash)
      await endSessions(query, orgId, actor.id, sessionId)
      return [{ type: 'password-changed', data: {} }]
    },
  )
  sessions.forgetAll()
}
