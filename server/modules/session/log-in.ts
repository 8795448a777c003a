import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { callFunction } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { passwordMatches } from './password.ts'
import { openSession, readCredential, type SessionIdentity } from './session-store.ts'

const WINDOW = '15 minutes'
const ACCOUNT_LIMIT = 10
// Many people behind one address share it; the account's limit is the sharp one.
const ADDRESS_LIMIT = 100

/**
 * Checks name and password and opens a session. At most ten failures in fifteen minutes per account, existing or not, and a
 * hundred per address; the answer is the same for a wrong name and a wrong password.
 */
export async function logIn(
  pool: Pool,
  login: string,
  password: string,
  address: string,
): Promise<SessionIdentity & { readonly token: string }> {
  const name = login.trim().toLowerCase()
  const account = subject(`account:${name}`)
  const origin = subject(`address:${address}`)
  const waits = await callFunction<{ account: number; origin: number }>(
    pool,
    'select login_wait($1, $3, $5::interval) as account, login_wait($2, $4, $5::interval) as origin',
    [account, origin, ACCOUNT_LIMIT, ADDRESS_LIMIT, WINDOW],
  )
  const wait = Math.max(waits[0]?.account ?? 0, waits[0]?.origin ?? 0)
  if (wait > 0) throw new ProblemError('locked-out', { retryAfterSeconds: wait })

  const [found] = await callFunction<{ org_id: string; user_id: string }>(
    pool,
    'select * from find_login($1)',
    [name],
  )
  const stored =
    found === undefined ? null : await readCredential(pool, found.org_id, found.user_id)
  if (!(await passwordMatches(stored?.hash ?? null, password)) || found === undefined) {
    await callFunction(
      pool,
      'select login_failed($1, $3::interval), login_failed($2, $3::interval)',
      [account, origin, WINDOW],
    )
    throw new ProblemError('wrong-credentials')
  }
  await callFunction(pool, 'select login_succeeded($1)', [account])
  const { token, sessionId } = await openSession(pool, found.org_id, found.user_id)
  const oneTimePassword = stored?.oneTime ?? false
  return { orgId: found.org_id, userId: found.user_id, sessionId, oneTimePassword, token }
}

function subject(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
