import pg from 'pg'
import { columnTypes } from './column-values.ts'

export interface PoolOptions {
  /** Connections at most; see `MAX_CONNECTIONS`. */
  readonly max?: number
  /** Told of connections lost while idle; for the log. The pool replaces them by itself. */
  readonly onError?: (error: Error) => void
  /** See `ANSWER_LIMIT_MS`; shorter only in tests. */
  readonly answerLimitMs?: number
}

/** Measured on two cores: 4–8 are fastest, 32 are slower (commit.md); each costs PostgreSQL 3.4 MB. */
const MAX_CONNECTIONS = 5
/** For a new connection and for waiting until one is free: longer, and the user has given up anyway. */
const CONNECT_LIMIT_MS = 5_000
/** The server ends a statement by itself first: an ordinary error, and the connection stays usable. */
const STATEMENT_LIMIT_MS = 12_000
/** Then the answer is not coming (half-open connection): the socket is destroyed, everything on it fails. */
const ANSWER_LIMIT_MS = 15_000
/** Waiting for a row lock this long means a deadlock of ours or a forgotten transaction, not a busy neighbour. */
const LOCK_LIMIT_MS = 5_000
/** A transaction left open by a node that hangs must not hold its locks for ever. */
const IDLE_TRANSACTION_LIMIT_MS = 30_000
/** Frees the prepared statements and caches a PostgreSQL backend collects. */
const CONNECTION_LIFETIME_SECONDS = 30 * 60

/** Text forms must not depend on how a server or role is set up (commit.md, pitfall 9). */
export const SESSION_SETTINGS = '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601'

/**
 * Connections of the working role. In pipeline mode, so that what is asked together travels together: one round trip.
 * Use `withOrg`, `readOrg` and `callFunction` on it; `pool.query` destroys the connection at any SQL error.
 */
export function createPool(appUrl: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: appUrl,
    application_name: 'yinuo',
    max: options.max ?? MAX_CONNECTIONS,
    pipeline: true,
    types: columnTypes,
    options: SESSION_SETTINGS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    query_timeout: options.answerLimitMs ?? ANSWER_LIMIT_MS,
    lock_timeout: LOCK_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT_MS,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: CONNECTION_LIFETIME_SECONDS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Without a listener a database shutdown ends our process: on the pool for idle connections, on the client for one
  // that is checked out and idle (its query, if any, fails by itself).
  pool.on('error', options.onError ?? (() => {}))
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
