import type { Pool } from 'pg'
import type { InstantText, OrgId, UserId } from '@yinuo/domain'
import { type Query, readOrg, withOrg } from '../../platform/database/index.ts'
import type { EventRow } from '../../platform/log/chain.ts'

export type ImportRow<Content, Result> = {
  readonly import_id: string
  readonly kind: string
  readonly file_name: string
  readonly created_by: UserId
  readonly content: Content
  /** Without keys until a run begins. */
  readonly result: Result | Readonly<Record<string, never>>
  readonly done_at: Temporal.Instant | null
}

const COLUMNS = 'import_id, kind, file_name, created_by, content, result, done_at'

/** The key and the import together; null when the key was used before, with what was kept then. */
export async function insertImport(
  pool: Pool,
  orgId: OrgId,
  row: Pick<
    ImportRow<object, never>,
    'import_id' | 'kind' | 'file_name' | 'created_by' | 'content'
  >,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<void> {
  await withOrg(pool, orgId, async (_db, query) => {
    const kept = await query<{ key: string }>(
      `insert into idempotency (org_id, user_id, key, input_hash, status, subject_id, version)
       values ($1, $2, $3, $4, 200, $5, 1) on conflict do nothing returning key`,
      [orgId, row.created_by, call.key, call.inputHash, row.import_id],
    )
    // A twin was quicker; its import is found by the key.
    if (kept.length === 0) return
    await query(
      `insert into import_run (org_id, import_id, kind, file_name, created_by, content)
       values ($1, $2, $3, $4, $5, $6)`,
      [orgId, row.import_id, row.kind, row.file_name, row.created_by, JSON.stringify(row.content)],
    )
  })
}

export async function findByKey(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  key: string,
): Promise<{ readonly input_hash: Buffer; readonly subject_id: string } | null> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<{ input_hash: Buffer; subject_id: string }>(
      'select input_hash, subject_id from idempotency where org_id = $1 and user_id = $2 and key = $3',
      [orgId, userId, key],
    ),
  )
  return rows[0] ?? null
}

export async function readImport<Content, Result>(
  pool: Pool,
  orgId: OrgId,
  id: string,
): Promise<ImportRow<Content, Result> | null> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<ImportRow<Content, Result>>(
      `select ${COLUMNS} from import_run where org_id = $1 and import_id = $2`,
      [orgId, id],
    ),
  )
  return rows[0] ?? null
}

/** Holds back other runs of this import, and other imports of the organisation, until the transaction ends. */
export async function lockImport<Result>(
  query: Query,
  orgId: OrgId,
  id: string,
): Promise<{ readonly result: Result | object; readonly isDone: boolean }> {
  const [, [row]] = await Promise.all([
    query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${orgId}`]),
    query<{ result: Result; done: boolean }>(
      `select result, done_at is not null as done from import_run
       where org_id = $1 and import_id = $2 for no key update`,
      [orgId, id],
    ),
  ])
  if (row === undefined) throw new Error('the import vanished while it ran')
  return { result: row.result, isDone: row.done }
}

export async function readMoment(
  query: Query,
  orgId: OrgId,
): Promise<{ readonly business: InstantText; readonly real: InstantText }> {
  const [row] = await query<{ business: Temporal.Instant; real: Temporal.Instant }>(
    'select business_now($1) as business, clock_timestamp() as real',
    [orgId],
  )
  if (row === undefined) throw new Error('the database told no time')
  return { business: row.business.toString(), real: row.real.toString() }
}

export async function updateResult(
  query: Query,
  orgId: OrgId,
  id: string,
  result: object,
  events: readonly EventRow[],
): Promise<void> {
  await query('update import_run set result = $3 where org_id = $1 and import_id = $2', [
    orgId,
    id,
    JSON.stringify(result),
  ])
  if (events.length > 0) await query('select write_events($1, $2)', [orgId, JSON.stringify(events)])
}

export async function finishImport(query: Query, orgId: OrgId, id: string): Promise<void> {
  await query(
    `update import_run set done_at = clock_timestamp(), content = jsonb_set(content, '{entries}', '[]')
     where org_id = $1 and import_id = $2`,
    [orgId, id],
  )
}
