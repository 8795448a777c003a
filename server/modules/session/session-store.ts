import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { callFunction, type Query, readOrg, withOrg } from '../../platform/database/index.ts'

export type SessionIdentity = {
  readonly orgId: OrgId
  readonly userId: UserId
  readonly sessionId: string
}

const SESSION_HOURS = 7 * 24

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export async function findSession(pool: Pool, token: string): Promise<SessionIdentity | null> {
  const [row] = await callFunction<{ org_id: string; user_id: string; session_id: string }>(
    pool,
    'select * from find_session($1)',
    [hashToken(token)],
  )
  return row === undefined
    ? null
    : { orgId: row.org_id, userId: row.user_id, sessionId: row.session_id }
}

/** A new session; the token is returned once and stored nowhere. */
export async function openSession(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
): Promise<{ token: string; sessionId: string }> {
  const token = randomBytes(32).toString('base64url')
  const sessionId = randomUUIDv7()
  await withOrg(pool, orgId, (_db, query) =>
    query(
      `insert into session (org_id, session_id, user_id, token_hash, expires_at)
       values ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
      [orgId, sessionId, userId, hashToken(token), SESSION_HOURS],
    ),
  )
  return { token, sessionId }
}

export async function revokeSession(pool: Pool, identity: SessionIdentity): Promise<void> {
  await withOrg(pool, identity.orgId, (_db, query) =>
    query(
      'update session set revoked_at = clock_timestamp() where org_id = $1 and session_id = $2',
      [identity.orgId, identity.sessionId],
    ),
  )
}

/** The same inside a transaction that changes more. */
export async function endSessions(
  query: Query,
  orgId: OrgId,
  userId: UserId,
  except: string | null,
): Promise<void> {
  await query(
    `update session set revoked_at = clock_timestamp()
     where org_id = $1 and user_id = $2 and revoked_at is null and session_id is distinct from $3`,
    [orgId, userId, except],
  )
}

export async function readPasswordHash(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
): Promise<string | null> {
  const rows = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('credential')
      .select('password_hash')
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .execute(),
  )
  return rows[0]?.password_hash ?? null
}

/** Inside the transaction that records the change. */
export async function setCredential(
  query: Query,
  orgId: OrgId,
  userId: UserId,
  hash: string,
): Promise<void> {
  await query(
    `insert into credential (org_id, user_id, password_hash) values ($1, $2, $3)
     on conflict (org_id, user_id) do update set password_hash = excluded.password_hash, changed_at = clock_timestamp()`,
    [orgId, userId, hash],
  )
}
