import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { callFunction, type Query, readOrg, withOrg } from '../../platform/database/index.ts'

export type SessionIdentity = {
  readonly orgId: OrgId
  readonly userId: UserId
  readonly sessionId: string
  readonly oneTimePassword: boolean
}

const SESSION_HOURS = 7 * 24

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export async function findSession(pool: Pool, token: string): Promise<SessionIdentity | null> {
  const [row] = await callFunction<{
    org_id: string
    user_id: string
    session_id: string
    one_time: boolean
  }>(pool, 'select * from find_session($1)', [hashToken(token)])
  return row === undefined
    ? null
    : {
        orgId: row.org_id,
        userId: row.user_id,
        sessionId: row.session_id,
        oneTimePassword: row.one_time,
      }
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

export async function revokeSession(
  pool: Pool,
  identity: Pick<SessionIdentity, 'orgId' | 'sessionId'>,
): Promise<void> {
  await withOrg(pool, identity.orgId, (_db, query) =>
    query(
      'update session set revoked_at = clock_timestamp() where org_id = $1 and session_id = $2',
      [identity.orgId, identity.sessionId],
    ),
  )
}

export type OpenSession = {
  readonly session_id: string
  readonly created_at: Temporal.Instant
  readonly expires_at: Temporal.Instant
}

/** The log-ins of a person that still hold, newest first. */
export function readOpenSessions(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
): Promise<readonly OpenSession[]> {
  return readOrg(pool, orgId, (_db, query) =>
    query<OpenSession>(
      `select session_id, created_at, expires_at from session
       where org_id = $1 and user_id = $2 and revoked_at is null and expires_at > clock_timestamp()
       order by created_at desc limit 100`,
      [orgId, userId],
    ),
  )
}

/** One log-in of a person; false where it is over already or not his. */
export async function endSession(
  query: Query,
  orgId: OrgId,
  userId: UserId,
  sessionId: string,
): Promise<boolean> {
  const rows = await query(
    `update session set revoked_at = clock_timestamp()
     where org_id = $1 and user_id = $2 and session_id = $3 and revoked_at is null returning session_id`,
    [orgId, userId, sessionId],
  )
  return rows.length > 0
}

/** All of a person, inside a transaction that changes more. */
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

export async function readCredential(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
): Promise<{ readonly hash: string; readonly oneTime: boolean } | null> {
  const rows = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('credential')
      .select(['password_hash as hash', 'one_time as oneTime'])
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .execute(),
  )
  return rows[0] ?? null
}

/** Inside the transaction that records the change; a one-time password has to be changed by whoever logs in with it. */
export async function setCredential(
  query: Query,
  orgId: OrgId,
  userId: UserId,
  hash: string,
  { oneTime = false }: { readonly oneTime?: boolean } = {},
): Promise<void> {
  await query(
    `insert into credential (org_id, user_id, password_hash, one_time) values ($1, $2, $3, $4)
     on conflict (org_id, user_id) do update
     set password_hash = excluded.password_hash, one_time = excluded.one_time, changed_at = clock_timestamp()`,
    [orgId, userId, hash, oneTime],
  )
}
