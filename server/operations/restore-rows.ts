import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { asAdmin } from '../platform/database/admin-connection.ts'
import { StartFailure } from '../platform/database/index.ts'
import { type Manifest, tableFile } from './backup-manifest.ts'
import { isSame } from './check-backup.ts'
import { copyIn, digestRows } from './copy-rows.ts'
import { copyTexts } from './table-inventory.ts'

/**
 * Reads all rows of a backup into the empty tables of the same version, in one transaction: all of them, checked against the
 * checksums as they lie in the database now, or none. Everybody is logged out. Works for an owner who is not superuser too:
 * for this transaction, which locks the tables, row-level security does not bind him. Resolves to how many log-ins ended.
 */
export async function restoreRows(
  adminUrl: string,
  folder: string,
  tables: Manifest['tables'],
): Promise<number> {
  return await asAdmin(adminUrl, async (client) => {
    await client.query('begin')
    // Rather an error than rows that silently stay out of sight.
    await client.query('set local row_security = off')
    await client.query(`set local timezone = 'UTC'`)
    await client.query(`set local datestyle = 'ISO'`)
    await client.query(`set local intervalstyle = 'iso_8601'`)
    await forAll(client, tables, 'no force row level security')
    for (const table of tables) await demandEmpty(client, table.name)
    for (const table of tables)
      await copyIn(client, tableFile(folder, table.name), copyTexts(table).into)
    for (const table of tables) {
      if (!isSame(await digestRows(client, copyTexts(table).all), table))
        throw new Error(`restore: ${table.name} does not read back as it was written`)
    }
    const ended = await client.query(
      'update session set revoked_at = clock_timestamp() where revoked_at is null and expires_at > clock_timestamp()',
    )
    await forAll(client, tables, 'force row level security')
    await client.query('commit')
    await client.query('analyze')
    return ended.rowCount ?? 0
  })
}

async function forAll(client: Client, tables: Manifest['tables'], what: string): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} ${what}`)
}

async function demandEmpty(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    `select exists (select from ${escapeIdentifier(table)}) as filled`,
  )
  if (rows[0]?.filled === true) throw alreadyInUse()
}

export function alreadyInUse(): StartFailure {
  return new StartFailure(
    '目标数据库里已有数据，不会覆盖：请恢复到空的数据目录（--into 或 DATA_DIR）或空的数据库（DATABASE_URL）。',
    'The target database already holds data and is not overwritten. Restore into an empty data directory (--into or DATA_DIR) or an empty database (DATABASE_URL).',
  )
}
