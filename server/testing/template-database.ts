import { createHash } from 'node:crypto'
import { escapeIdentifier } from 'pg'
import { asAdmin } from '../platform/database/admin-connection.ts'
import { urlForDatabase } from '../platform/database/connection-url.ts'
import { ensureRoles, migrate } from '../platform/database/index.ts'
import { MIGRATIONS_FOLDER, readMigrations } from '../platform/database/migrate.ts'

/** Of yinuo_app in test servers; known to nobody else, derived so that all test files agree. */
export function testAppPassword(adminUrl: string): string {
  const { password, host } = new URL(adminUrl)
  return createHash('sha256').update(`yinuo_app ${host} ${password}`).digest('base64url')
}

/**
 * The database every test file gets a copy of: all migrations, no rows. Made once per server and set of migrations;
 * its name carries their checksum. Safe to call from several processes at once.
 */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const sums = readMigrations(MIGRATIONS_FOLDER).map((migration) => migration.checksum)
  const name = `yinuo_template_${createHash('sha256').update(sums.join()).digest('hex').slice(0, 12)}`
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query(
      'select from pg_database where datname = $1 and datistemplate',
      [name],
    )
    if (found.rowCount !== 0) return
    await client.query(`drop database if exists ${escapeIdentifier(name)}`)
    await client.query(`create database ${escapeIdentifier(name)}`)
    const templateUrl = urlForDatabase(adminUrl, name)
    await ensureRoles(templateUrl, testAppPassword(adminUrl))
    await migrate(templateUrl)
    // Only a finished one carries the mark: a killed run's half is dropped above.
    await client.query(`alter database ${escapeIdentifier(name)} is_template true`)
  })
  return name
}
