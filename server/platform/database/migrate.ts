import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { asAdmin } from './admin-connection.ts'
import { SEARCH_ROLE } from './ensure-roles.ts'
import { StartFailure } from './start-failure.ts'

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Held while migrating; a backup holds it shared. */
export const MIGRATION_LOCK = 'yinuo migrations'

/**
 * Brings the database to the newest `NNNN_name.sql`, or to the first `upTo` of them: all that is missing in one transaction, so
 * that a failure leaves the state of before. Resolves to the names applied now. Several nodes may start at once: the first
 * migrates, the others wait. Refuses with StartFailure a file that was changed after it ran and a database that is newer than
 * the program: forward only.
 */
export async function migrate(
  adminUrl: string,
  { folder = MIGRATIONS_FOLDER, upTo = Infinity }: { folder?: string; upTo?: number } = {},
): Promise<string[]> {
  const migrations = readMigrations(folder).slice(0, upTo)
  return await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [MIGRATION_LOCK])
    await client.query(`create table if not exists yinuo_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const pending = pendingAfter(await readApplied(client), migrations)
    if (pending.length > 0) await applyAll(client, pending)
    return pending.map((migration) => migration.name)
  })
}

/** What `migrate` would find and do. Refuses what it refuses. */
export async function readMigrationState(
  adminUrl: string,
  folder = MIGRATIONS_FOLDER,
): Promise<{ readonly applied: number; readonly pending: readonly string[] }> {
  return await asAdmin(adminUrl, async (client) => {
    const made = await client.query<{ made: boolean }>(
      `select to_regclass('yinuo_migration') is not null as made`,
    )
    const applied = made.rows[0]?.made === true ? await readApplied(client) : []
    const pending = pendingAfter(applied, readMigrations(folder))
    return { applied: applied.length, pending: pending.map(({ name }) => name) }
  })
}

type Applied = { readonly name: string; readonly checksum: string }

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, checksum from yinuo_migration order by name',
  )
  return rows
}

/** The migrations of a folder in order. Throws on a name that is not `NNNN_name.sql` and on a gap or double number. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
  return files.map((file, index) => {
    const number = String(index + 1).padStart(4, '0')
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file) || !file.startsWith(number)) {
      throw new Error(`migrations: expected ${number}_name.sql, found ${file}`)
    }
    // Line ends differ between checkouts; the meaning does not.
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    const checksum = createHash('sha256').update(sql).digest('hex')
    return { name: file.slice(0, -'.sql'.length), sql, checksum }
  })
}

/** What is left to apply. Refuses when what was applied is not what the files say. */
export function pendingAfter(
  applied: readonly { name: string; checksum: string }[],
  migrations: readonly Migration[],
): Migration[] {
  for (const [index, done] of applied.entries()) {
    const file = migrations[index]
    if (file?.name === done.name && file.checksum === done.checksum) continue
    if (file?.name === done.name) {
      throw new StartFailure(
        `迁移文件 ${done.name} 在执行之后被改过，请恢复原文件，改动写进新的迁移。`,
        `Migration ${done.name} was changed after it ran. Restore the file and put the change into a new migration.`,
      )
    }
    throw new StartFailure(
      `数据库比程序新（有本程序没有的迁移 ${done.name}），请使用更新的程序版本。`,
      `The database is newer than the program (migration ${done.name} is unknown here). Use the newer program.`,
    )
  }
  return migrations.slice(applied.length)
}

async function applyAll(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query('begin')
  for (const migration of migrations) {
    try {
      await apply(client, migration)
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw failed(migration, error)
    }
  }
  await client.query('commit')
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  // An owner who is not superuser is bound by forced row-level security too: a data migration would then silently
  // touch no rows. Off means: fail instead.
  await client.query('set local row_security = off')
  // Checking the body of a function counts as touching the rows it would read, and is refused to him for that; the
  // bodies were checked when our tests ran the file as superuser.
  await client.query(
    `select set_config('check_function_bodies', current_setting('is_superuser'), true)`,
  )
  // Whoever takes over a function must be able to create in its schema; lent for this migration only.
  await client.query(`grant create on schema public to ${SEARCH_ROLE}`)
  await client.query(migration.sql)
  await client.query(`revoke create on schema public from ${SEARCH_ROLE}`)
  await client.query('insert into yinuo_migration (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ])
}

function failed({ name, sql }: Migration, error: unknown): StartFailure {
  const why = describe(error, sql)
  return new StartFailure(
    `数据库升级没有成功（${name}: ${why}），数据库仍是升级前的样子；请用原来的程序版本继续，并报告这一行。`,
    `The database upgrade failed (${name}: ${why}); the database is as it was before. Go on with the previous program and report this line.`,
    { cause: error },
  )
}

function describe(error: unknown, sql: string): string {
  const { message, position } = error as pg.DatabaseError
  if (position === undefined) return message
  const line = sql.slice(0, Number(position)).split('\n').length
  return `${message} (line ${line})`
}
