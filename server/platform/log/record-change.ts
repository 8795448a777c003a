import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Problem } from '@yinuo/contract'
import type { InstantText, OrgId, UserId } from '@yinuo/domain'
import { type Database, type Query, withOrg } from '../database/index.ts'
import { notFound, ProblemError } from '../http/problem.ts'
import { chain, type ChainedEvent, NO_EVENTS, type StreamHead } from './chain.ts'

/** Who changes something: a `Principal`, or the program itself (`sessionId` null) while it makes the demo. */
export type ChangeAuthor = {
  readonly orgId: OrgId
  readonly sessionId: string | null
  readonly actor: { readonly id: UserId }
  readonly now: InstantText
}

export type ChangedStream = {
  readonly noun: keyof typeof STATE_ROWS
  readonly id: string
  /** 0: a new one. A number: refused as `conflict` when another stands. Null: an append that needs none. */
  readonly expectedVersion: number | null
  /** What a `conflict` shows as standing on the server now. */
  currentValues?(tx: ChangeTx): Promise<NonNullable<Problem['current']>['values']>
}

export type ChangeTx = {
  readonly db: Kysely<Database>
  readonly query: Query
  readonly orgId: OrgId
  /** Business time of the change and of its events. */
  readonly now: InstantText
  /** The version found and locked; 0 for a new one. */
  readonly version: number
}

export type Change = { readonly type: string; readonly data: object }
/** `id` is the one first made under this key, also where a repeat came with another. */
export type RecordedChange = {
  readonly id: string
  readonly version: number
  readonly replayed: boolean
}

/** Where the version and the head of a stream are kept; a site's life has one event so far and keeps neither. */
const STATE_ROWS = {
  person: { table: 'person', id: 'user_id' },
  customer: { table: 'customer', id: 'customer_id' },
  phrase: { table: 'phrase', id: 'phrase_id' },
  site: null,
} as const

type Found = { readonly version: number; readonly head: StreamHead }
const NEW: Found = { version: 0, head: NO_EVENTS }

/**
 * One change of a noun that keeps its state in columns (people, customers, sites): idempotency key, state under its
 * expected version and chained events in one transaction (SYS-02, SYS-08). `work` reads and writes the columns of the noun,
 * locked by then, and returns what happened; `version`, `seq` and `head_hash` are written here, so an insert puts 0, 0 and 32
 * zero bytes (`NO_EVENTS.hash`). Whatever `work` throws undoes everything, the key too.
 *
 * The same key with the same input does not run `work` again; with other input it is `key-reused`.
 */
export async function recordChange(
  pool: Pool,
  author: ChangeAuthor,
  call: { readonly key: string; readonly inputHash: Buffer },
  stream: ChangedStream,
  work: (tx: ChangeTx) => Promise<readonly Change[]>,
): Promise<RecordedChange> {
  const { orgId } = author
  return withOrg(pool, orgId, async (db, query) => {
    const [moment, found] = await Promise.all([
      readMoment(query, author),
      findStream(query, orgId, stream),
    ])
    if (!moment.admitted) throw new ProblemError('unauthenticated')
    // A node's own clock never decides anything (architecture §5).
    if (moment.clockOff) throw new ProblemError('unavailable')
    if (found === null) throw notFound()
    const kept = await keepKey(query, author, call, { id: stream.id, version: found.version + 1 })
    if (kept !== null) {
      if (!kept.input_hash.equals(call.inputHash)) throw new ProblemError('key-reused')
      return { id: kept.subject_id, version: kept.version, replayed: true }
    }
    const tx: ChangeTx = { db, query, orgId, now: author.now, version: found.version }
    await demandVersion(tx, stream)

    const changes = await work(tx)
    const at = { by: author.actor.id, at: author.now }
    const version = await writeEvents(
      tx,
      stream,
      found,
      changes.map((change) => ({ ...change, ...at })),
      moment.realAt,
    )
    return { id: stream.id, version, replayed: false }
  })
}

async function readMoment(
  query: Query,
  author: ChangeAuthor,
): Promise<{ realAt: InstantText; clockOff: boolean; admitted: boolean }> {
  const [row] = await query<{ real_at: Temporal.Instant; off: number; admitted: boolean }>(
    `select clock_timestamp() as real_at,
       abs(extract(epoch from $2::timestamptz - business_now($1)))::float8 as off,
       $3::uuid is null or exists (
         select from session s
         where s.org_id = $1 and s.session_id = $3 and s.revoked_at is null and s.expires_at > clock_timestamp()
       ) as admitted`,
    [author.orgId, author.now, author.sessionId],
  )
  if (row === undefined) throw new Error('the database told no time')
  return { realAt: row.real_at.toString(), clockOff: row.off > 5, admitted: row.admitted }
}

type Kept = { readonly input_hash: Buffer; readonly subject_id: string; readonly version: number }

/** Null when the key is new and now ours; a call running under the same key is waited for. */
async function keepKey(
  query: Query,
  author: ChangeAuthor,
  call: { readonly key: string; readonly inputHash: Buffer },
  answer: { readonly id: string; readonly version: number },
): Promise<Kept | null> {
  const whose = [author.orgId, author.actor.id, call.key]
  const inserted = query<{ key: string }>(
    `insert into idempotency (org_id, user_id, key, input_hash, status, subject_id, version)
     values ($1, $2, $3, $4, 200, $5, $6) on conflict do nothing returning key`,
    [...whose, call.inputHash, answer.id, answer.version],
  )
  const standing = query<Kept>(
    'select input_hash, subject_id, version from idempotency where org_id = $1 and user_id = $2 and key = $3',
    whose,
  )
  const [ours, [kept]] = await Promise.all([inserted, standing])
  return ours.length > 0 ? null : (kept ?? null)
}

async function findStream(
  query: Query,
  orgId: OrgId,
  { noun, id, expectedVersion }: ChangedStream,
): Promise<Found | null> {
  const row = STATE_ROWS[noun]
  if (row === null || expectedVersion === 0) return NEW
  const [found] = await query<{ version: number; seq: number; head_hash: Buffer }>(
    `select version, seq, head_hash from ${row.table} where org_id = $1 and ${row.id} = $2 for no key update`,
    [orgId, id],
  )
  if (found === undefined) return null
  return { version: found.version, head: { seq: found.seq, hash: found.head_hash } }
}

async function demandVersion(tx: ChangeTx, stream: ChangedStream): Promise<void> {
  if (stream.expectedVersion === null || stream.expectedVersion === tx.version) return
  const values = await stream.currentValues?.(tx)
  throw new ProblemError('conflict', {
    current: { version: tx.version, ...(values === undefined ? {} : { values }) },
  })
}

async function writeEvents(
  tx: ChangeTx,
  { noun, id }: ChangedStream,
  found: Found,
  events: readonly ChainedEvent[],
  realAt: InstantText,
): Promise<number> {
  if (events.length === 0) return found.version
  const chained = chain({ orgId: tx.orgId, id, noun, head: found.head }, events, realAt)
  const version = found.version + 1
  const row = STATE_ROWS[noun]
  if (row !== null) {
    // State before events: the other order collides under load (commit.md, pitfall 6).
    await tx.query(
      `update ${row.table} set version = $3, seq = $4, head_hash = $5 where org_id = $1 and ${row.id} = $2`,
      [tx.orgId, id, version, chained.head.seq, chained.head.hash],
    )
  }
  await tx.query('select write_events($1, $2)', [tx.orgId, JSON.stringify(chained.rows)])
  return version
}
